package dev.precinct.operator.tenant.model;

import dev.precinct.crd.tenant.v1alpha1.CmxSpec;
import java.net.URI;

/**
 * Where a tenant says that its CMX is.
 *
 * @param host as it stands in the URL; empty where the URL has none that a program would take for one, such as {@code 127.1}
 */
public record CmxAddress(String host, int port) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    public static CmxAddress of(CmxSpec cmx) {
        var url = URI.create(cmx.url());
        int port = url.getPort() > 0 ? url.getPort() : "http".equals(url.getScheme()) ? HTTP : HTTPS;
        return new CmxAddress(url.getHost() == null ? "" : url.getHost(), port);
    }
}
