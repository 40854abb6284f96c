package io.guildhall.member.account.web;

import io.guildhall.member.account.VerificationExpired;
import io.guildhall.member.page.Pages;
import io.guildhall.platform.security.Public;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the link in the mail leads. Verifying takes a click, since mail scanners follow links. */
@RestController
@RequestMapping("/id/verify")
@Public
@Hidden
class VerifyPage {

    private final Pages pages;
    private final MailVerification verification;

    VerifyPage(Pages pages, MailVerification verification) {
        this.pages = pages;
        this.verification = verification;
    }

    @GetMapping
    ResponseEntity<String> show(@RequestParam(defaultValue = "") String token, HttpServletRequest request) {
        return pages.show(HttpStatus.OK, "verify", request, Map.of("token", token));
    }

    @PostMapping
    ResponseEntity<String> verify(@RequestParam(defaultValue = "") String token, HttpServletRequest request) {
        try {
            verification.verify(token);
            return pages.show(HttpStatus.OK, "verified", request, Map.of());
        } catch (VerificationExpired _) {
            return pages.show(HttpStatus.UNPROCESSABLE_CONTENT, "unverified", request, Map.of());
        }
    }
}
