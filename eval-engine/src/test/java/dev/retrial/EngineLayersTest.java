package dev.retrial;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.retrial.world.World;
import org.junit.jupiter.api.Test;

/** Data goes down the layers and comes back up once; nothing reaches around them. */
class EngineLayersTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.retrial");

    @Test
    void each_layer_knows_only_those_below_it() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("entry")
                .definedBy("dev.retrial.junit..", "dev.retrial.jupiter..")
                .optionalLayer("gating")
                .definedBy("dev.retrial.gating..")
                .layer("run")
                .definedBy("dev.retrial.run..")
                .optionalLayer("replay")
                .definedBy("dev.retrial.replay..")
                .layer("mutants")
                .definedBy("dev.retrial.mutants..")
                .layer("judging")
                .definedBy("dev.retrial.judging..")
                .layer("agent")
                .definedBy("dev.retrial.agent..")
                .layer("world")
                .definedBy("dev.retrial.world..")
                .layer("lint")
                .definedBy("dev.retrial.lint..")
                .layer("suite")
                .definedBy("dev.retrial.suite..")
                .layer("assertions")
                .definedBy(
                        "dev.retrial.transcript..",
                        "dev.retrial.scene..",
                        "dev.retrial.check..",
                        "dev.retrial.match..",
                        "dev.retrial.judge..",
                        "dev.retrial.assertj..")
                .whereLayer("entry")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("gating")
                .mayOnlyBeAccessedByLayers("entry")
                .whereLayer("run")
                .mayOnlyBeAccessedByLayers("entry", "gating")
                .whereLayer("replay")
                .mayOnlyBeAccessedByLayers("entry", "gating", "run")
                .whereLayer("agent")
                .mayOnlyBeAccessedByLayers("entry", "gating", "run", "replay", "judging")
                .whereLayer("mutants")
                .mayOnlyBeAccessedByLayers("entry", "run")
                .whereLayer("judging")
                .mayOnlyBeAccessedByLayers("entry", "run")
                .whereLayer("lint")
                .mayOnlyBeAccessedByLayers("entry")
                .whereLayer("world")
                .mayOnlyBeAccessedByLayers("entry", "run", "replay", "agent")
                .whereLayer("suite")
                .mayOnlyBeAccessedByLayers(
                        "entry", "gating", "run", "replay", "mutants", "judging", "agent", "world", "lint")
                .check(OURS);
    }

    @Test
    void only_the_entry_layer_knows_JUnit() {
        noClasses()
                .that(resideInAPackage("dev.retrial..")
                        .and(not(resideInAnyPackage("dev.retrial.junit..", "dev.retrial.jupiter.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..")
                .check(OURS);
    }

    @Test
    void only_the_extension_needs_Jupiter_on_the_class_path() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.retrial.jupiter..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit.jupiter..", "dev.retrial.jupiter..")
                .check(OURS);
    }

    @Test
    void an_agent_knows_a_world_only_by_its_interface() {
        DescribedPredicate<JavaClass> insides = resideInAPackage("dev.retrial.world..")
                .and(not(assignableTo(World.class)
                        .and(DescribedPredicate.describe("the interface", JavaClass::isInterface))))
                .and(not(assignableTo(World.ToolResult.class)))
                .as("what lies behind the interface of a world");
        noClasses()
                .that()
                .resideInAPackage("dev.retrial.agent..")
                .should()
                .dependOnClassesThat(insides)
                .check(OURS);
    }

    @Test
    void only_what_runs_knows_the_results_file() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.retrial.replay..", "dev.retrial.agent..", "dev.retrial.world..", "dev.retrial.suite..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.retrial.results..")
                .check(OURS);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("dev.retrial.(**)").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void no_package_is_named_after_nothing() {
        classes()
                .should()
                .resideOutsideOfPackages(
                        "..util..", "..utils..", "..common..", "..impl..", "..helper..", "..internal..")
                .check(OURS);
    }

    @Test
    void no_class_is_named_after_nothing() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Processor")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(OURS);
    }
}
