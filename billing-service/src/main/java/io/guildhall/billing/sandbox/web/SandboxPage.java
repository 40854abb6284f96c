package io.guildhall.billing.sandbox.web;

import io.guildhall.billing.page.Pages;
import io.guildhall.billing.sandbox.Behavior;
import io.guildhall.billing.sandbox.Sandbox;
import io.guildhall.billing.sandbox.SandboxSession;
import io.guildhall.billing.sandbox.SandboxSession.Status;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Public;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The sandbox's hosted page, which says what it is, and beside it the switches that make it lie. */
@RestController
@Profile("local")
@RequestMapping("/pay/sandbox/{sessionId}")
@Public
@Hidden
class SandboxPage {

    private final Sandbox sandbox;
    private final Pages pages;

    SandboxPage(Sandbox sandbox, Pages pages) {
        this.sandbox = sandbox;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<String> show(@PathVariable String sessionId, HttpServletRequest request) {
        return page(sandbox.session(sessionId).orElseThrow(NotFound::new), request);
    }

    @PostMapping
    ResponseEntity<String> act(
            @PathVariable String sessionId,
            @RequestParam(defaultValue = "") String action,
            HttpServletRequest request) {
        SandboxSession session =
                (action.equals("pay") ? sandbox.pay(sessionId) : sandbox.decline(sessionId)).orElseThrow(NotFound::new);
        if (session.silent()) {
            return pages.show(HttpStatus.GATEWAY_TIMEOUT, "sandboxSilence", request, Map.of("back", session.back()));
        }
        return page(session, request);
    }

    /** Of this session, and of what is charged off session by its means. */
    @PostMapping("/behavior")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void behave(@PathVariable String sessionId, @Valid @RequestBody Behavior behavior) {
        if (sandbox.behave(sessionId, behavior).isEmpty()) {
            throw new NotFound();
        }
    }

    private ResponseEntity<String> page(SandboxSession session, HttpServletRequest request) {
        return pages.show(
                HttpStatus.OK,
                "sandbox",
                request,
                Map.of(
                        "description",
                        session.description(),
                        "amount",
                        Pages.money(session.amountMinor(), session.currency(), request),
                        "orderId",
                        session.orderId(),
                        "back",
                        session.back(),
                        "action",
                        request.getRequestURI(),
                        "open",
                        session.status() == Status.OPEN || session.status() == Status.DECLINED,
                        "declined",
                        session.status() == Status.DECLINED,
                        "paid",
                        session.status() == Status.PAID,
                        "refunded",
                        session.status() == Status.REFUNDED));
    }
}
