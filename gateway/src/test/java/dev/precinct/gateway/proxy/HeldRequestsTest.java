package dev.precinct.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.gateway.config.HoldLimits;
import dev.precinct.gateway.exchange.RejectedException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HeldRequestsTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @Property(tries = 200)
    void noTenantAndNotAllTogetherEverHaveMoreThanTheirShare(
            @ForAll @Size(max = 200) List<@IntRange(max = 7) Integer> arrivalsAndDepartures) {
        var held = new HeldRequests(new HoldLimits(LONG, 3, 7));
        Map<String, Deque<HeldRequests.Hold>> waiting = new HashMap<>();
        for (int number : arrivalsAndDepartures) {
            String tenant = "tenant-" + number % 4;
            var own = waiting.computeIfAbsent(tenant, _ -> new ArrayDeque<>());
            int all = waiting.values().stream().mapToInt(Deque::size).sum();
            if (number >= 4) {
                if (!own.isEmpty()) {
                    own.pop().close();
                }
            } else if (own.size() == 3 || all == 7) {
                assertThatThrownBy(() -> held.take(tenant)).isInstanceOf(RejectedException.class);
            } else {
                own.push(held.take(tenant));
            }
            assertThat(held.size())
                    .isEqualTo(waiting.values().stream().mapToInt(Deque::size).sum());
        }
    }

    @Test
    void oneLooksForAllThatWaitForATenantAndAllGoOnTogether() {
        var held = new HeldRequests(new HoldLimits(LONG, 100, 1_000));
        var listens = new AtomicBoolean();
        var looking = new AtomicInteger();
        var together = new AtomicInteger();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<CompletableFuture<Boolean>>();
            for (int number = 0; number < 50; number++) {
                answers.add(CompletableFuture.supplyAsync(
                        () -> {
                            try (var hold = held.take("tenant-acme")) {
                                return hold.await(() -> {
                                    together.accumulateAndGet(looking.incrementAndGet(), Math::max);
                                    boolean does = listens.get();
                                    looking.decrementAndGet();
                                    return does;
                                });
                            }
                        },
                        clients));
            }
            org.awaitility.Awaitility.await().until(() -> held.size() == 50);
            listens.set(true);
            assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isTrue());
        }
        assertThat(together).hasValue(1);
        assertThat(held.size()).isZero();
    }

    @Test
    void whoWaitedForTheWholeTimeGetsANo() {
        var held = new HeldRequests(new HoldLimits(Duration.ofMillis(120), 100, 1_000));
        try (var hold = held.take("tenant-acme")) {
            assertThat(hold.await(() -> false)).isFalse();
        }
    }

    @Test
    void aGatewayThatEndsHoldsNobody() {
        var held = new HeldRequests(new HoldLimits(LONG, 100, 1_000));
        held.close();
        try (var hold = held.take("tenant-acme")) {
            assertThat(hold.await(() -> false)).isFalse();
        }
    }
}
