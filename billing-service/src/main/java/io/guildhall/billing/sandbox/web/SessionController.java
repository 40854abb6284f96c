package io.guildhall.billing.sandbox.web;

import io.guildhall.billing.sandbox.RefundRequest;
import io.guildhall.billing.sandbox.Sandbox;
import io.guildhall.billing.sandbox.SandboxSession;
import io.guildhall.billing.sandbox.SandboxSettings;
import io.guildhall.billing.sandbox.SessionRequest;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Public;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The sandbox's API for merchants; to whoever lacks the key there is nothing here. */
@RestController
@Profile("local")
@RequestMapping("/pay/sandbox/sessions")
@Public
@Hidden
class SessionController {

    private static final String KEY = "Guildhall-Sandbox-Key";

    private final Sandbox sandbox;
    private final SandboxSettings settings;

    SessionController(Sandbox sandbox, SandboxSettings settings) {
        this.sandbox = sandbox;
        this.settings = settings;
    }

    @PostMapping
    ResponseEntity<?> open(
            @RequestHeader(name = KEY, defaultValue = "") String key, @Valid @RequestBody SessionRequest request) {
        requireKey(key);
        if (sandbox.away(request)) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "away, as was asked for");
        }
        SandboxSession session = sandbox.open(request);
        if (request.offSession() && session.silent()) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "charged, and no answer, as was asked for");
        }
        return answer(session);
    }

    @GetMapping("/{reference}")
    ResponseEntity<?> find(@RequestHeader(name = KEY, defaultValue = "") String key, @PathVariable String reference) {
        requireKey(key);
        return answer(sandbox.find(reference).orElseThrow(NotFound::new));
    }

    @PostMapping("/{reference}/refund")
    ResponseEntity<?> refund(
            @RequestHeader(name = KEY, defaultValue = "") String key,
            @PathVariable String reference,
            @Valid @RequestBody RefundRequest request) {
        requireKey(key);
        return answer(sandbox.refund(reference, request).orElseThrow(NotFound::new));
    }

    private ResponseEntity<?> answer(SandboxSession session) {
        int silences = sandbox.silences(session.sessionId());
        if (silences == 0) {
            return ResponseEntity.ok(sandbox.answer(session));
        }
        return silences % 2 == 0
                ? ResponseEntity.internalServerError().build()
                : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body("{\"status\":\"PA");
    }

    private void requireKey(String sent) {
        byte[] wanted = settings.secret().getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(wanted, sent.getBytes(StandardCharsets.UTF_8))) {
            throw new NotFound();
        }
    }
}
