package dev.retrial;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The checks are usable alone: in any test, over any transcript, wherever an expectation comes from. */
class AssertionsLayersTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.retrial");

    @Test
    void checks_know_no_YAML() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.yaml..", "com.fasterxml.jackson.dataformat..")
                .check(OURS);
    }

    @Test
    void checks_know_no_files() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.nio.file..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.File")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.FileInputStream")
                .check(OURS);
    }

    @Test
    void checks_know_no_JUnit() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "junit..")
                .check(OURS);
    }

    @Test
    void a_check_does_not_know_the_face_it_has_in_AssertJ() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.retrial.assertj..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.assertj..", "dev.retrial.assertj..")
                .check(OURS);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("dev.retrial.(**)").should().beFreeOfCycles().check(OURS);
    }
}
