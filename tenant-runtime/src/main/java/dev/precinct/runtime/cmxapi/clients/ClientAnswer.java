package dev.precinct.runtime.cmxapi.clients;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON list of rendered records, or a single one, that knows its length and writes itself without building a text. */
public final class ClientAnswer {
    private static final int BUFFER = 64 * 1024;

    private final List<Shown.Rendered> records;
    private final boolean list;
    private final Instant serverTime;

    private ClientAnswer(List<Shown.Rendered> records, boolean list, Instant serverTime) {
        this.records = records;
        this.list = list;
        this.serverTime = serverTime;
    }

    static ClientAnswer list(List<Shown> shown, Function<Shown, Shown.Rendered> shape, Instant serverTime) {
        return new ClientAnswer(shown.stream().map(shape).toList(), true, serverTime);
    }

    static ClientAnswer single(Shown.Rendered record, Instant serverTime) {
        return new ClientAnswer(List.of(record), false, serverTime);
    }

    public boolean isEmpty() {
        return records.isEmpty();
    }

    public long length() {
        long length = list ? 2 + Math.max(0, records.size() - 1) : 0;
        for (Shown.Rendered record : records) {
            length += record.bytes().length;
        }
        return length;
    }

    public void writeTo(OutputStream out) throws IOException {
        var writing = new Writing(out, serverTime);
        if (list) {
            writing.put('[');
        }
        boolean first = true;
        for (Shown.Rendered record : records) {
            if (!first) {
                writing.put(',');
            }
            first = false;
            writing.put(record);
        }
        if (list) {
            writing.put(']');
        }
        writing.flush();
    }

    /** Gathers records in one buffer, so that the connection sees few large writes. */
    private static final class Writing {
        private final OutputStream out;
        private final Instant serverTime;
        private byte[] buffer = new byte[BUFFER];
        private int used;
        private @Nullable ZoneOffset offset;
        private byte[] time = {};

        Writing(OutputStream out, Instant serverTime) {
            this.out = out;
            this.serverTime = serverTime;
        }

        void put(char single) throws IOException {
            room(1);
            buffer[used++] = (byte) single;
        }

        void put(Shown.Rendered record) throws IOException {
            byte[] bytes = record.bytes();
            room(bytes.length);
            System.arraycopy(bytes, 0, buffer, used, bytes.length);
            if (record.serverTimeAt() >= 0) {
                System.arraycopy(time(record.offset()), 0, buffer, used + record.serverTimeAt(), CmxTime.LENGTH);
            }
            used += bytes.length;
        }

        private byte[] time(ZoneOffset wanted) {
            if (!wanted.equals(offset)) {
                offset = wanted;
                time = CmxTime.bytes(serverTime, wanted);
            }
            return time;
        }

        private void room(int length) throws IOException {
            if (used + length > buffer.length) {
                flush();
                if (length > buffer.length) {
                    buffer = new byte[length];
                }
            }
        }

        void flush() throws IOException {
            out.write(buffer, 0, used);
            used = 0;
        }
    }
}
