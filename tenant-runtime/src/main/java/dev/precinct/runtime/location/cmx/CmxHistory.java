package dev.precinct.runtime.location.cmx;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.precinct.runtime.cmx.CmxAccess;
import dev.precinct.runtime.cmx.CmxException;
import dev.precinct.runtime.location.ClientHistory;
import dev.precinct.runtime.location.HistoryRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Forwards questions about the past, equal ones together, two at a time: users don't load CMX. */
@ApplicationScoped
public class CmxHistory implements ClientHistory {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int RECORDS_REMEMBERED = 20_000;
    private static final int AT_A_TIME = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final CmxAccess cmx;
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);
    private final Cache<Question, List<HistoryRecord>> answers = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumWeight(RECORDS_REMEMBERED)
            .weigher((Question question, List<HistoryRecord> records) -> records.size() + 1)
            .build();

    private sealed interface Question {
        record OfDevice(String mac, LocalDate day) implements Question {}

        record Between(Instant after, Instant before) implements Question {}
    }

    @Inject
    public CmxHistory(CmxAccess cmx) {
        this.cmx = cmx;
    }

    @Override
    public List<HistoryRecord> ofDevice(String mac, LocalDate day) {
        var lower = mac.toLowerCase(Locale.ROOT);
        return answer(new Question.OfDevice(lower, day), () -> HistoryCalls.ofDevice(cmx.client(), lower, day));
    }

    @Override
    public List<HistoryRecord> between(Instant after, Instant before) {
        return answer(new Question.Between(after, before), () -> {
            var records = new ArrayList<HistoryRecord>();
            HistoryCalls.between(cmx.client(), after, before, records::add);
            return records;
        });
    }

    /** The cache lets one of many equal askers ask and the others wait. */
    private List<HistoryRecord> answer(Question question, Supplier<List<HistoryRecord>> asking) {
        return answers.get(question, absent -> inTurn(asking));
    }

    private List<HistoryRecord> inTurn(Supplier<List<HistoryRecord>> asking) {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CmxException.Unreachable("CMX has too much to answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CmxException.Unreachable("interrupted while waiting for CMX", e);
        }
        try {
            return List.copyOf(asking.get());
        } finally {
            turns.release();
        }
    }
}
