package dev.precinct.gateway.proxy;

import dev.precinct.gateway.exchange.RejectedException;
import dev.precinct.gateway.exchange.Rejection;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request's body that ends the request when it turns out longer than allowed. */
public final class LimitedBody extends FilterInputStream {
    private final long limitBytes;
    private long seen;

    public LimitedBody(InputStream in, long limitBytes) {
        super(in);
        this.limitBytes = limitBytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        seen += Math.max(read, 0);
        if (seen > limitBytes) {
            throw new RejectedException(Rejection.tooLarge(limitBytes));
        }
        return read;
    }
}
