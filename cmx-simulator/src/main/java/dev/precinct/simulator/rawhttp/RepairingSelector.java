package dev.precinct.simulator.rawhttp;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/**
 * HTTP/1.1 as old programs speak it: raw spaces in a request line are repaired before the server sees them, which would
 * otherwise answer 400, and nothing else in paths, queries and headers is refused.
 */
public final class RepairingSelector implements ServerConnectionSelector {
    private final Http1ConnectionSelector http1 = Http1ConnectionSelector.builder()
            .config(Http1Config.builder()
                    .validatePath(false)
                    .validatePrologue(false)
                    .validateRequestHeaders(false)
                    .maxPrologueLength(16_384)
                    .build())
            .build();

    @Override
    public int bytesToIdentifyConnection() {
        return http1.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return http1.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http1.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        return http1.connection(new Repaired(context));
    }

    /** The same connection with another reader. */
    private record Repaired(ConnectionContext context, DataReader dataReader) implements ConnectionContext {

        Repaired(ConnectionContext context) {
            this(context, new DataReader(() -> next(context.dataReader())));
        }

        private static byte[] next(DataReader from) {
            from.ensureAvailable();
            return RequestLine.repaired(from.readBytes(from.available()));
        }

        @Override
        public ListenerContext listenerContext() {
            return context.listenerContext();
        }

        @Override
        public ExecutorService executor() {
            return context.executor();
        }

        @Override
        public DataWriter dataWriter() {
            return context.dataWriter();
        }

        @Override
        public Router router() {
            return context.router();
        }

        @Override
        public Optional<ProxyProtocolData> proxyProtocolData() {
            return context.proxyProtocolData();
        }

        @Override
        public HelidonSocket serverSocket() {
            return context.serverSocket();
        }

        @Override
        public PeerInfo remotePeer() {
            return context.remotePeer();
        }

        @Override
        public PeerInfo localPeer() {
            return context.localPeer();
        }

        @Override
        public boolean isSecure() {
            return context.isSecure();
        }

        @Override
        public String socketId() {
            return context.socketId();
        }

        @Override
        public String childSocketId() {
            return context.childSocketId();
        }
    }
}
