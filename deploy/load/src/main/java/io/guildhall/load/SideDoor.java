package io.guildhall.load;

import io.guildhall.local.client.GuildhallClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Somebody's way to one instance, past the gateway, with an access token as the gateway would send it. */
final class SideDoor implements Supplier<GuildhallClient> {

    /** Tokens of programs live for 50 seconds. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final LocalStack stack;
    private final GuildhallClient instance;
    private final String credentials;
    private String token = "";
    private long fetchedAt;

    /** The owner's. */
    SideDoor(LocalStack stack, Instance instance) {
        this(stack, stack.owner(), instance.client());
    }

    /**
     * @param whose asks the gateway in his name
     * @param instance the way to it
     */
    SideDoor(LocalStack stack, GuildhallClient whose, GuildhallClient instance) {
        this.stack = stack;
        this.instance = instance;
        JsonNode made = whose.post("/api/me/clients", Map.of("name", "side door", "days", 1))
                .expect(201)
                .json();
        String basic = made.path("clientId").asString() + ":"
                + made.path("clientSecret").asString();
        this.credentials = "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized GuildhallClient get() {
        if (token.isEmpty() || System.nanoTime() - fetchedAt > FRESH.toNanos()) {
            token = stack.anyone()
                    .send(
                            "POST",
                            "/id/oauth2/token",
                            "grant_type=client_credentials",
                            "Content-Type",
                            "application/x-www-form-urlencoded",
                            "Authorization",
                            credentials)
                    .expect(200)
                    .text("access_token");
            fetchedAt = System.nanoTime();
        }
        return instance.withToken(token);
    }
}
