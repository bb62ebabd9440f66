package dev.precinct.operator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.precinct.operator");

    @Test
    void packagesFormNoCircle() {
        slices().matching("dev.precinct.operator.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void whatIsComputedKnowsNoCluster() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..tenant.model..",
                        "..tenant.validate..",
                        "..tenant.plan..",
                        "..tenant.resources..",
                        "..tenant.status..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.fabric8.kubernetes.client..", "io.javaoperatorsdk..", "java.sql..", "redis.clients..")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("ClusterObjects")
                .check(CLASSES);
    }

    @Test
    void onlyPersistenceTouchesServers() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..persistence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "redis.clients..")
                .check(CLASSES);
    }

    @Test
    void onlyOneRoomWritesAndTheFrameworkStaysAtTheDoor() {
        noClasses()
                .that()
                .resideInAnyPackage("..tenant.observe..", "..tenant.plan..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..tenant.steps..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.precinct.operator", "..operator.tenant", "..tenant.triggers")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javaoperatorsdk..")
                .check(CLASSES);
    }

    @Test
    void nobodyUsesTheCompositionRoot() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.precinct.operator")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("OperatorMain")
                .check(CLASSES);
    }
}
