package dev.retrial.tickets;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Data goes one way: read, redact, judge, compare, draft, review; only the steps on top know them all. */
class TicketsLayersTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.retrial.tickets");

    @Test
    void each_layer_knows_only_what_feeds_it() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .optionalLayer("work")
                .definedBy("dev.retrial.tickets.work..")
                .optionalLayer("review")
                .definedBy("dev.retrial.tickets.review..")
                .optionalLayer("coverage")
                .definedBy("dev.retrial.tickets.coverage..")
                .optionalLayer("draft")
                .definedBy("dev.retrial.tickets.draft..")
                .optionalLayer("triage")
                .definedBy("dev.retrial.tickets.triage..")
                .optionalLayer("difficulty")
                .definedBy("dev.retrial.tickets.difficulty..")
                .optionalLayer("duplicate")
                .definedBy("dev.retrial.tickets.duplicate..")
                .optionalLayer("redact")
                .definedBy("dev.retrial.tickets.redact..")
                .optionalLayer("read")
                .definedBy("dev.retrial.tickets.read..")
                .layer("model")
                .definedBy("dev.retrial.tickets")
                .whereLayer("work")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("review")
                .mayOnlyBeAccessedByLayers("work")
                .whereLayer("coverage")
                .mayOnlyBeAccessedByLayers("work")
                .whereLayer("draft")
                .mayOnlyBeAccessedByLayers("work", "review", "coverage")
                .whereLayer("triage")
                .mayOnlyBeAccessedByLayers("work", "review", "coverage", "draft")
                .whereLayer("difficulty")
                .mayOnlyBeAccessedByLayers("work", "review", "coverage", "draft")
                .whereLayer("duplicate")
                .mayOnlyBeAccessedByLayers("work", "review", "coverage", "draft")
                .whereLayer("redact")
                .mayOnlyBeAccessedByLayers("work", "review", "draft")
                .whereLayer("read")
                .mayOnlyBeAccessedByLayers("work")
                .check(OURS);
    }

    @Test
    void the_packages_have_no_cycle() {
        slices().matching("dev.retrial.tickets.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void the_model_knows_none_of_its_readers() {
        noClasses()
                .that()
                .resideInAPackage("dev.retrial.tickets")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.retrial.tickets.*..")
                .check(OURS);
    }
}
