package io.guildhall.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where this installation's parts are. The public origin is that of the issuer: both are served by this gateway.
 *
 * @param services inner addresses by short name, such as {@code member}
 */
@ConfigurationProperties("guildhall")
public record Installation(URI issuer, @Nullable URI jwkSetUri, Path masterKeyFile, Map<String, URI> services) {

    public Installation {
        if (issuer.getHost() == null || !issuer.getPath().equals("/id")) {
            throw new IllegalArgumentException(
                    "guildhall.issuer is the gateway's public origin followed by /id, not " + issuer);
        }
    }

    /** Scheme, host and port under which browsers know us, without a slash at the end. */
    public String origin() {
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }

    public boolean secure() {
        return issuer.getScheme().equals("https");
    }

    public URI service(String name) {
        URI address = services.get(name);
        if (address == null) {
            throw new IllegalStateException("guildhall.services." + name + " is missing");
        }
        return address;
    }

    /** Where the issuer's public keys are read: past our own door, since it may not be open yet. */
    public URI keys() {
        return jwkSetUri != null ? jwkSetUri : service("member").resolve("/id/oauth2/jwks");
    }
}
