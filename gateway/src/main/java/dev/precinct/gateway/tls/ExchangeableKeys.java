package dev.precinct.gateway.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Answers each handshake with the identity of now. A handshake asks for a name first, then for key and certificates of that name; so each
 * identity has a name of its own and the one before is kept, or one that is under way would get the key of one and the certificate of
 * the other.
 */
final class ExchangeableKeys extends X509ExtendedKeyManager {
    private volatile Pair pair;

    ExchangeableKeys(ServerIdentity first) {
        pair = new Pair(0, named(first, 0), null);
    }

    void exchange(ServerIdentity next) {
        int number = pair.number + 1;
        pair = new Pair(number, named(next, number), pair.now);
    }

    private static X509ExtendedKeyManager named(ServerIdentity identity, int number) {
        return identity.keyManager("identity-" + number);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return pair.now.getServerAliases(keyType, issuers);
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return pair.now.chooseServerAlias(keyType, issuers, socket);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return pair.now.chooseEngineServerAlias(keyType, issuers, engine);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return pair.known()
                .map(manager -> manager.getCertificateChain(alias))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return pair.known()
                .map(manager -> manager.getPrivateKey(alias))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** This is a server: it has nothing to show as a client. */
    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }

    private record Pair(
            int number,
            X509ExtendedKeyManager now,
            @Nullable X509ExtendedKeyManager before) {
        Stream<X509ExtendedKeyManager> known() {
            return before == null ? Stream.of(now) : Stream.of(now, before);
        }
    }
}
