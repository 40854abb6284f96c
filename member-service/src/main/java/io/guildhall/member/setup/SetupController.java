package io.guildhall.member.setup;

import io.guildhall.member.account.Profiles;
import io.guildhall.member.address.MailAddresses;
import io.guildhall.member.credential.Credentials;
import io.guildhall.member.credential.PasswordRules;
import io.guildhall.member.key.KeyKind;
import io.guildhall.member.key.KeySecrets;
import io.guildhall.member.key.Keys;
import io.guildhall.member.key.Secrets;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.idempotency.RequestIds;
import io.guildhall.platform.security.Public;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sets the installation up, once. */
@RestController
@Tag(name = "Set-up", description = "The first operator of an installation")
class SetupController {

    private static final Duration KEY_LIFETIME = Duration.ofDays(366);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** @param token a personal access token, shown this once */
    record Operator(String memberId, String token) {

        @Override
        public String toString() {
            return "Operator[memberId=%s]".formatted(memberId);
        }
    }

    private final SetupToken setupToken;
    private final PasswordRules rules;
    private final Credentials credentials;
    private final MailAddresses addresses;
    private final Commands commands;
    private final Profiles profiles;
    private final Keys keys;
    private final KeySecrets secrets;
    private final InstantSource clock = InstantSource.system();

    SetupController(
            SetupToken setupToken,
            PasswordRules rules,
            Credentials credentials,
            MailAddresses addresses,
            Commands commands,
            Profiles profiles,
            Keys keys,
            KeySecrets secrets) {
        this.setupToken = setupToken;
        this.rules = rules;
        this.credentials = credentials;
        this.addresses = addresses;
        this.commands = commands;
        this.profiles = profiles;
        this.keys = keys;
        this.secrets = secrets;
    }

    @PostMapping("/api/setup")
    @Public
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make the first operator",
            description = "With the set-up token of the installation, once: then 409 `already-set-up`.")
    Operator setUp(@Valid @RequestBody SetupRequest request) {
        setupToken.check(request.setupToken());
        rules.check(request.password(), request.mail(), request.name());
        String memberId = RequestIds.next("mem");
        String keyId = KeyKind.TOKEN.nextId();
        String token = secrets.of(keyId);
        String credentialId = credentials.keep(memberId, request.password());
        try {
            commands.send(new SetUpInstallation(
                    SetUpInstallation.ID,
                    memberId,
                    addresses.idOf(request.mail()),
                    credentialId,
                    request.mail().strip(),
                    request.name().strip(),
                    keyId,
                    Secrets.hash(token),
                    clock.instant().plus(KEY_LIFETIME)));
        } catch (AlreadySetUp refusal) {
            credentials.forget(credentialId);
            throw refusal;
        }
        awaitUse(memberId, keyId);
        return new Operator(memberId, token);
    }

    /** The policies make the operator; the answer waits until he can act, or for a few seconds. */
    private void awaitUse(String memberId, String keyId) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while ((!profiles.isVerified(memberId) || keys.inForce(keyId).isEmpty()) && System.nanoTime() < end) {
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
