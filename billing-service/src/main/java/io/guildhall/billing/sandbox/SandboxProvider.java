package io.guildhall.billing.sandbox;

import static java.util.Objects.requireNonNull;

import io.guildhall.billing.payment.Checkout;
import io.guildhall.billing.payment.PaymentProvider;
import io.guildhall.billing.payment.ProviderReport;
import io.guildhall.billing.payment.ProviderResult;
import io.guildhall.billing.payment.ProviderUnavailable;
import io.guildhall.billing.payment.ProviderWebhook;
import io.guildhall.billing.payment.Session;
import io.guildhall.billing.payment.WebhookNotGenuine;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the sandbox as an adapter speaks to a real provider: over HTTP, by its API and its webhooks alone. */
@Component
@Profile("local")
class SandboxProvider implements PaymentProvider {

    static final String KEY = "Guildhall-Sandbox-Key";

    private final SandboxSettings settings;
    private final RestClient http = Http.client();
    private final InstantSource clock = InstantSource.system();
    private final JsonMapper json = new JsonMapper();

    SandboxProvider(SandboxSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public Session open(Checkout checkout) {
        var request = new SessionRequest(
                checkout.paymentId(),
                checkout.orderId(),
                checkout.description(),
                checkout.amountMinor(),
                checkout.currency(),
                checkout.offSession(),
                checkout.method(),
                checkout.returnTo());
        SessionAnswer answer = call(() -> http.post()
                .uri(settings.url() + "/pay/sandbox/sessions")
                .header(KEY, settings.secret())
                .contentType(MediaType.APPLICATION_JSON)
                .body(request)
                .retrieve()
                .body(SessionAnswer.class));
        return new Session(answer.url(), report(answer));
    }

    @Override
    public Optional<ProviderReport> lookUp(String paymentId) {
        try {
            SessionAnswer answer = call(() -> http.get()
                    .uri(settings.url() + "/pay/sandbox/sessions/{reference}", paymentId)
                    .header(KEY, settings.secret())
                    .retrieve()
                    .body(SessionAnswer.class));
            return Optional.of(report(answer));
        } catch (HttpClientErrorException.NotFound _) {
            return Optional.empty();
        }
    }

    @Override
    public void refund(String paymentId, String refundId, long amountMinor) {
        call(() -> http.post()
                .uri(settings.url() + "/pay/sandbox/sessions/{reference}/refund", paymentId)
                .header(KEY, settings.secret())
                .contentType(MediaType.APPLICATION_JSON)
                .body(new RefundRequest(refundId, amountMinor))
                .retrieve()
                .body(SessionAnswer.class));
    }

    @Override
    public ProviderWebhook read(byte[] body, Function<String, @Nullable String> header) throws WebhookNotGenuine {
        String signature = header.apply(SandboxSignature.HEADER);
        if (!SandboxSignature.good(settings.secret(), clock.instant(), body, signature)) {
            throw new WebhookNotGenuine("its signature is missing, wrong or older than 300 seconds");
        }
        try {
            return webhook(json.readValue(new String(body, StandardCharsets.UTF_8), SandboxEvent.class));
        } catch (JacksonException unreadable) {
            throw new WebhookNotGenuine("its body cannot be read");
        }
    }

    private static ProviderWebhook webhook(SandboxEvent event) {
        ProviderResult result = switch (event.type()) {
            case "payment.captured" -> ProviderResult.CAPTURED;
            case "payment.declined" -> ProviderResult.DECLINED;
            default -> ProviderResult.PENDING;
        };
        var report = new ProviderReport(event.orderId(), event.amountMinor(), event.currency(), result);
        return new ProviderWebhook(event.id(), event.type(), event.reference(), report);
    }

    private static ProviderReport report(SessionAnswer answer) {
        ProviderResult result = switch (answer.status()) {
            case OPEN -> ProviderResult.OPEN;
            case PAID, REFUNDED -> ProviderResult.CAPTURED;
            case DECLINED -> ProviderResult.DECLINED;
        };
        return new ProviderReport(answer.orderId(), answer.amountMinor(), answer.currency(), result);
    }

    /** @throws HttpClientErrorException where the API has no such thing; everything else may have been done */
    private static SessionAnswer call(Supplier<@Nullable SessionAnswer> request) {
        try {
            return requireNonNull(request.get());
        } catch (HttpClientErrorException.NotFound missing) {
            throw missing;
        } catch (RestClientException silent) {
            throw new ProviderUnavailable("the sandbox gave no answer", silent);
        }
    }
}
