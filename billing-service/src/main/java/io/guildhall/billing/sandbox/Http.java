package io.guildhall.billing.sandbox;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** HTTP clients that do not wait for ever. */
final class Http {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Http() {}

    static RestClient client() {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        return RestClient.builder().requestFactory(requests).build();
    }
}
