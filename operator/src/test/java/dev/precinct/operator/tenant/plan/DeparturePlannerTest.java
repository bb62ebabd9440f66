package dev.precinct.operator.tenant.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.operator.tenant.model.DepartureObservation;
import dev.precinct.operator.tenant.model.NamespaceState;
import dev.precinct.operator.tenant.plan.DeparturePlanner.Stage;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeparturePlannerTest {
    @ParameterizedTest
    @CsvSource({
        "OPEN,    1, 1, 1,  DRAIN",
        "OPEN,    1, 0, 1,  AWAIT_DRAINED",
        "OPEN,    0, 0, 1,  CLEAR",
        "OPEN,    1, 0, 61, CLEAR",
        "CLOSED,  1, 1, 1,  DRAIN",
        "CLOSED,  0, 0, 1,  CLEAR",
        "ENDING,  1, 1, 1,  AWAIT_NAMESPACE",
        "ABSENT,  0, 0, 1,  RELEASE",
        "FOREIGN, 1, 1, 1,  RELEASE"
    })
    void oneStageFollowsTheOther(NamespaceState namespace, int replicas, int wanted, int seconds, Stage expected) {
        assertThat(DeparturePlanner.next(
                        new DepartureObservation(namespace, replicas, wanted, Duration.ofSeconds(seconds))))
                .isEqualTo(expected);
    }
}
