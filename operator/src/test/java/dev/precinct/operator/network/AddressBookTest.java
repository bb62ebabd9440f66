package dev.precinct.operator.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.operator.testing.TestingClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressBookTest {
    private final TestingClock clock = new TestingClock();
    private List<String> answer = List.of();
    private final AddressBook book = new AddressBook(host -> answer, clock);

    @Test
    void aNameThatIsAnsweredInTurnsSettlesOnAllOfThem() {
        asked("192.0.2.3", "192.0.2.1");
        asked("192.0.2.2");
        clock.pass(Duration.ofMinutes(30));

        assertThat(asked("192.0.2.1")).containsExactly("192.0.2.1", "192.0.2.2", "192.0.2.3");
        assertThat(asked("192.0.2.3")).containsExactly("192.0.2.1", "192.0.2.2", "192.0.2.3");
    }

    @Test
    void anAddressThatWasNotSeenForAnHourGoes() {
        asked("192.0.2.1");
        clock.pass(Duration.ofMinutes(50));
        asked("192.0.2.2");
        clock.pass(Duration.ofMinutes(11));

        assertThat(asked("192.0.2.2")).containsExactly("192.0.2.2");
    }

    @Test
    void aNameThatNobodyKnowsJustNowKeepsWhatItHad() {
        asked("192.0.2.1");
        clock.pass(Duration.ofHours(5));

        assertThat(asked()).containsExactly("192.0.2.1");
        assertThat(book.latest("cmx.example")).containsExactly("192.0.2.1");
    }

    @Test
    void theLatestAnswerIsToldByItself() {
        asked("192.0.2.1");
        asked("192.0.2.2");

        assertThat(book.latest("cmx.example")).containsExactly("192.0.2.2");
    }

    /** Or the names of tenants that are long gone would fill the memory. */
    @Test
    void aNameThatNobodyAsksForIsForgottenAfterADay() {
        asked("192.0.2.1");
        clock.pass(Duration.ofHours(25));
        answer = List.of("192.0.2.9");
        book.latest("other.example");
        answer = List.of();

        assertThat(book.recent("cmx.example")).isEmpty();
    }

    private List<String> asked(String... answer) {
        this.answer = List.of(answer);
        return book.recent("cmx.example");
    }
}
