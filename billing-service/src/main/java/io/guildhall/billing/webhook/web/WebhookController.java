package io.guildhall.billing.webhook.web;

import io.guildhall.billing.payment.PaymentProvider;
import io.guildhall.billing.payment.PaymentProviders;
import io.guildhall.billing.payment.WebhookNotGenuine;
import io.guildhall.billing.webhook.ReceivedWebhooks;
import io.guildhall.billing.webhook.WebhookWorker;
import io.guildhall.platform.problem.BadField;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Public;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes webhooks: proves them, keeps them once, answers, and only then acts on them. */
@RestController
@Tag(name = "Webhooks", description = "Where payment providers call")
class WebhookController {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookController.class);

    private final PaymentProviders providers;
    private final ReceivedWebhooks received;
    private final WebhookWorker worker;

    WebhookController(PaymentProviders providers, ReceivedWebhooks received, WebhookWorker worker) {
        this.providers = providers;
        this.received = received;
        this.worker = worker;
    }

    @PostMapping("/webhooks/{provider}")
    @Public
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take a webhook",
            description = "400 where the signature is not good and at most 300 seconds old; nothing is stored then.")
    void take(@PathVariable String provider, @RequestBody byte[] body, HttpServletRequest request) {
        PaymentProvider sender = providers.named(provider).orElseThrow(NotFound::new);
        try {
            received.keep(sender.name(), sender.read(body, request::getHeader));
        } catch (WebhookNotGenuine refused) {
            LOG.warn("A webhook of {} was refused: {}", provider, refused.getMessage());
            throw BadField.header("signature", "invalid-value");
        }
        worker.wake();
    }
}
