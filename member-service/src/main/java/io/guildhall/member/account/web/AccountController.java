package io.guildhall.member.account.web;

import io.guildhall.member.account.Registration;
import io.guildhall.platform.security.Public;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registers and verifies accounts. */
@RestController
@RequestMapping("/api/accounts")
@Tag(name = "Accounts", description = "Register, verify, and who you are")
class AccountController {

    record VerificationRequest(@NotBlank @Size(max = 200) String token) {}

    private final Registration registration;
    private final MailVerification verification;

    AccountController(Registration registration, MailVerification verification) {
        this.registration = registration;
        this.verification = verification;
    }

    @PostMapping
    @Public
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Register an account",
            description = "Always 202 for valid input, also for a known mail address: a mail tells its reader more.")
    void register(@Valid @RequestBody RegistrationRequest request) {
        registration.register(request.mail(), request.name(), request.password(), request.languageOrEnglish());
    }

    @PostMapping("/verification")
    @Public
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Verify an account by the token from its mail",
            description = "A token counts once and for 24 hours; else 422 `verification-expired`.")
    void verify(@Valid @RequestBody VerificationRequest request) {
        verification.verify(request.token());
    }
}
