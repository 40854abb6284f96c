package io.guildhall.load;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.guildhall.local.client.Reply;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Speaks with the voice of the payment sandbox, or of somebody who tries to; knows what billing-service kept of it. */
final class ProviderVoice implements AutoCloseable {

    private final LocalStack stack;
    private final MongoClient mongo;
    private final MongoDatabase billing;

    ProviderVoice(LocalStack stack) {
        this.stack = stack;
        this.mongo = MongoClients.create(stack.mongodb());
        this.billing = mongo.getDatabase("guildhall_billing");
    }

    /** The order's payment, as the provider knows it. */
    String payment(String orderId) {
        return Objects.requireNonNull(billing.getCollection("sandbox_sessions")
                        .find(Filters.eq("orderId", orderId))
                        .first())
                .getString("reference");
    }

    /** How many webhooks of the payment are stored. */
    long received(String paymentId) {
        return billing.getCollection("received_webhooks").countDocuments(Filters.eq("paymentId", paymentId));
    }

    /** The body of a webhook that tells of money. */
    static String captured(String paymentId, String orderId, long amountMinor, String currency) {
        return """
            {"id": "evt_%s", "type": "payment.captured", "sessionId": "ses_1", "reference": "%s",
             "orderId": "%s", "amountMinor": %d, "currency": "%s"}\
            """.formatted(UUID.randomUUID(), paymentId, orderId, amountMinor, currency);
    }

    /** The header that proves a body, if secret and time are right. */
    static String signature(String secret, Instant at, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String signed = at.getEpochSecond() + "." + body;
            return "t=" + at.getEpochSecond() + ",v1="
                    + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a webhook as the sandbox does. */
    void tell(String body) {
        send(body, signature(LocalStack.SANDBOX_SECRET, Instant.now(), body)).expect(204);
    }

    Reply send(String body, @Nullable String signature) {
        String[] headers = signature == null ? new String[0] : new String[] {"Guildhall-Sandbox-Signature", signature};
        return stack.anyone().post("/webhooks/sandbox", body, headers);
    }

    @Override
    public void close() {
        mongo.close();
    }
}
