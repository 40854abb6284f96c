package io.guildhall.billing.anyorder;

import static java.util.Objects.requireNonNull;

import io.guildhall.billing.payment.Checkout;
import io.guildhall.billing.payment.PaymentProvider;
import io.guildhall.billing.payment.ProviderReport;
import io.guildhall.billing.payment.ProviderResult;
import io.guildhall.billing.payment.ProviderUnavailable;
import io.guildhall.billing.payment.ProviderWebhook;
import io.guildhall.billing.payment.Session;
import io.guildhall.billing.payment.WebhookNotGenuine;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A provider that does what the test says, each reference once, and knows how much it took and gave back. */
final class HandProvider implements PaymentProvider {

    private final Map<String, ProviderReport> sessions = new HashMap<>();
    private final Map<String, Map<String, Long>> refunds = new HashMap<>();
    private final Map<String, Deque<Renewal>> plans = new HashMap<>();
    private final Map<String, Renewal> renewals = new HashMap<>();

    /** What becomes of the charges for what is described so, one after the other. */
    void renews(String description, List<Renewal> outcomes) {
        plans.put(description, new ArrayDeque<>(outcomes));
    }

    /** Somebody tries to pay. */
    ProviderReport tries(String paymentId, String orderId, long amountMinor, ProviderResult result) {
        var report = new ProviderReport(orderId, amountMinor, "CNY", result);
        sessions.put(paymentId, report);
        return report;
    }

    /** A payment that was declined is captured all the same. */
    ProviderReport captures(String paymentId) {
        ProviderReport asked = requireNonNull(sessions.get(paymentId), "never asked for");
        return tries(paymentId, asked.orderId(), asked.amountMinor(), ProviderResult.CAPTURED);
    }

    /** What it holds of these payments. */
    long heldMinor(Collection<String> paymentIds) {
        return paymentIds.stream()
                .mapToLong(id -> takenMinor(id) - givenBackMinor(id))
                .sum();
    }

    private long takenMinor(String paymentId) {
        ProviderReport report = sessions.get(paymentId);
        return report == null || report.result() != ProviderResult.CAPTURED ? 0 : report.amountMinor();
    }

    private long givenBackMinor(String paymentId) {
        return refunds.getOrDefault(paymentId, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public String name() {
        return "hand";
    }

    @Override
    public Session open(Checkout checkout) {
        String id = checkout.paymentId();
        Renewal renewal = renewals.computeIfAbsent(
                id,
                _ -> requireNonNull(plans.get(checkout.description()), "no plan")
                        .remove());
        boolean declined = renewal == Renewal.DECLINED || renewal == Renewal.PAID_LATE;
        var report = sessions.computeIfAbsent(
                id,
                _ -> new ProviderReport(
                        checkout.orderId(),
                        checkout.amountMinor(),
                        checkout.currency(),
                        declined ? ProviderResult.DECLINED : ProviderResult.CAPTURED));
        if (renewal == Renewal.SILENT || renewal == Renewal.CANCELED_MEANWHILE) {
            throw new ProviderUnavailable("charged, and silent", null);
        }
        return new Session("/", report);
    }

    @Override
    public Optional<ProviderReport> lookUp(String paymentId) {
        return Optional.ofNullable(sessions.get(paymentId));
    }

    @Override
    public void refund(String paymentId, String refundId, long amountMinor) {
        refunds.computeIfAbsent(paymentId, _ -> new HashMap<>()).put(refundId, amountMinor);
        if (givenBackMinor(paymentId) > takenMinor(paymentId)) {
            throw new IllegalStateException("more is given back of " + paymentId + " than was taken");
        }
    }

    @Override
    public ProviderWebhook read(byte[] body, Function<String, @Nullable String> header) throws WebhookNotGenuine {
        throw new WebhookNotGenuine("sends none");
    }
}
