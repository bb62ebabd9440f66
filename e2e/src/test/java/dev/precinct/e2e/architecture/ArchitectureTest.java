package dev.precinct.e2e.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final String[] DATABASE_LIBRARIES = {
        "java.sql..",
        "javax.sql..",
        "org.postgresql..",
        "org.hibernate..",
        "jakarta.persistence..",
        "com.zaxxer..",
        "org.flywaydb..",
        "redis.clients..",
        "org.redisson.."
    };

    private static final JavaClasses ALL = Modules.allClasses();

    static Stream<String> modules() {
        return Modules.ROOTS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void packagesOfAModuleFormNoCircle(String module) {
        slices().matching(Modules.ROOTS.get(module) + ".(**)")
                .should()
                .beFreeOfCycles()
                .check(Modules.classes(module));
    }

    @Test
    void onlyPersistenceRoomsTouchDatabases() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..persistence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DATABASE_LIBRARIES)
                .check(ALL);
    }

    @Test
    void runtimesDoNotKnowThatKubernetesExists() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.precinct.runtime..", "dev.precinct.tenancy..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.fabric8..", "io.javaoperatorsdk..", "dev.precinct.crd..")
                .check(ALL);
    }

    @Test
    void theSharedJarKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("dev.precinct.tenancy..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.helidon..", "jakarta..", "org.redisson..", "org.hibernate..", "redis.clients..")
                .check(ALL);
    }

    @Test
    void theSimulatorDependsOnNothingElseOfOurs() {
        noClasses()
                .that()
                .resideInAPackage("dev.precinct.simulator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.precinct.crd..",
                        "dev.precinct.tenancy..",
                        "dev.precinct.operator..",
                        "dev.precinct.gateway..",
                        "dev.precinct.runtime..",
                        "dev.precinct.local..")
                .check(ALL);
    }

    @Test
    void modulesUseEachOtherOnlyWhereTheDesignAllows() {
        forbid("dev.precinct.crd..", "dev.precinct.tenancy..");
        forbid("dev.precinct.tenancy..", "dev.precinct.crd..");
        for (String program : new String[] {"operator", "gateway", "runtime", "simulator", "local"}) {
            for (String other : new String[] {"operator", "gateway", "runtime", "simulator", "local"}) {
                if (!program.equals(other)) {
                    forbid("dev.precinct." + program + "..", "dev.precinct." + other + "..");
                }
            }
        }
    }

    private static void forbid(String from, String to) {
        noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(to)
                .check(ALL);
    }

    @Test
    void redisTypesThatBreakTheWallBetweenTenantsAreNotUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.redisson\\.api\\.(RLocalCachedMap|RKeys|RDelayedQueue).*")
                .because(
                        "local cached maps subscribe to the keys of all tenants, and a tenant's user may not list keys")
                .check(ALL);
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIs() {
        List<String> bare = new ArrayList<>();
        for (String root : Modules.ROOTS.values()) {
            collectBare(ALL.getPackage(root), bare);
        }
        assertThat(bare).isEmpty();
    }

    private static void collectBare(JavaPackage room, List<String> bare) {
        if (!room.getClasses().isEmpty() && !room.isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
            bare.add(room.getName());
        }
        room.getSubpackages().forEach(inner -> collectBare(inner, bare));
    }
}
