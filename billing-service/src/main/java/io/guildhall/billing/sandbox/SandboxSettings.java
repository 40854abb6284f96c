package io.guildhall.billing.sandbox;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the sandbox is and what opens it ({@code guildhall.billing.sandbox}).
 *
 * @param url where its API is reached
 * @param page where a payer's browser reaches its pages
 * @param webhookUrl where it tells what happened
 * @param secret opens its API and signs its webhooks; made anew where it is blank
 */
@ConfigurationProperties("guildhall.billing.sandbox")
public record SandboxSettings(String url, String page, String webhookUrl, String secret) {

    public SandboxSettings {
        if (secret.isBlank()) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            secret = HexFormat.of().formatHex(random);
        }
    }
}
