package io.guildhall.billing.webhook;

import io.guildhall.billing.payment.PaymentCommand.ReportPayment;
import io.guildhall.billing.payment.ProviderReport;
import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.axon.Commands;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings received events to their payments, on every instance: the command id is the event's, so twice is once. What
 * cannot be answered now is tried again at the next look.
 */
@Component
public class WebhookWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookWorker.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final ReceivedWebhooks received;
    private final Commands commands;
    private final Counter parked;
    private final Semaphore news = new Semaphore(0);
    private @Nullable Thread worker;

    WebhookWorker(ReceivedWebhooks received, Commands commands, MeterRegistry meters) {
        this.received = received;
        this.commands = commands;
        this.parked = meters.counter("guildhall.billing.webhooks.parked");
    }

    /** Something was received; looks at once. */
    public void wake() {
        news.release();
    }

    @Override
    public void start() {
        received.createIndexes();
        worker = Thread.ofVirtual().name("webhooks").start(this::work);
    }

    @Override
    public void stop() {
        if (worker != null) {
            worker.interrupt();
            worker = null;
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    /** Behind what follows the log, before the web server. */
    @Override
    public int getPhase() {
        return -50;
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                if (news.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("Webhooks wait for the next start");
        }
    }

    private void look() {
        try {
            received.waiting().forEach(this::tryToBring);
        } catch (RuntimeException e) {
            LOG.warn("Received webhooks wait: {}", e.toString());
        }
    }

    /** One that fails lets those behind it pass. */
    private void tryToBring(ReceivedWebhook webhook) {
        try {
            bring(webhook);
        } catch (RuntimeException e) {
            LOG.warn("The event {} waits: {}", webhook.id(), e.toString());
        }
    }

    private void bring(ReceivedWebhook webhook) {
        ProviderReport report = webhook.report();
        if (report == null) {
            received.done(webhook);
            return;
        }
        try {
            commands.sendAs(
                    CommandContext.of("webhook/" + webhook.id(), null),
                    new ReportPayment(webhook.paymentId(), report, webhook.receivedAt()));
            received.done(webhook);
        } catch (AggregateNotFoundException unknown) {
            parked.increment();
            LOG.error("The event {} tells of a payment {} that is not ours", webhook.id(), webhook.paymentId());
            received.park(webhook, "unknown-payment");
        }
    }
}
