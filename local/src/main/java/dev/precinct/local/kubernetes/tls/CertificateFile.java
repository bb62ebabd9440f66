package dev.precinct.local.kubernetes.tls;

import dev.precinct.local.home.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a certificate and its key are kept: one file, so that they always fit each other, which its owner alone may read. */
public final class CertificateFile {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateFile.class);
    private final Path file;
    private final Clock clock;

    public CertificateFile(Path folder, Clock clock) {
        this.file = folder.resolve("server.pem");
        this.clock = clock;
    }

    /** The certificate that is kept; a new one where there is none, where it cannot be read and where it is about to end. */
    public ServerCertificate current() throws IOException {
        Optional<ServerCertificate> kept = read().filter(it -> clock.instant().isBefore(it.due()));
        if (kept.isPresent()) {
            return kept.get();
        }
        ServerCertificate made = Keytool.make(clock.instant());
        write(made);
        return made;
    }

    private Optional<ServerCertificate> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file);
        try {
            List<X509Certificate> chain = Pem.certificates(text);
            X509Certificate authority = chain.getLast();
            chain.getFirst().verify(authority.getPublicKey());
            return Optional.of(new ServerCertificate(Pem.key(text), chain.getFirst(), authority));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            LOG.warn("{} cannot be read and is made again: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private void write(ServerCertificate certificate) throws IOException {
        AtomicFile.write(file, Pem.of(certificate.key()) + Pem.of(certificate.server()) + certificate.authorityPem());
    }
}
