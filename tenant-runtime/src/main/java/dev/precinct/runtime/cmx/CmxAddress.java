package dev.precinct.runtime.cmx;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where to connect to and which host to name. The JDK does not resolve {@code *.localhost}, which browsers and curl do: such a host
 * is dialled at the loopback address.
 *
 * @param base scheme, host and port without a slash at the end
 * @param host what to put into {@code Host} when it differs from {@code base}
 */
record CmxAddress(String base, Optional<String> host) {

    static CmxAddress of(URI url) {
        var text = url.toString().replaceAll("/+$", "");
        var host = url.getHost().toLowerCase(Locale.ROOT);
        if (!host.endsWith(".localhost")) {
            return new CmxAddress(text, Optional.empty());
        }
        var port = url.getPort() < 0 ? "" : ":" + url.getPort();
        var path = url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
        return new CmxAddress(url.getScheme() + "://127.0.0.1" + port + path, Optional.of(host + port));
    }
}
