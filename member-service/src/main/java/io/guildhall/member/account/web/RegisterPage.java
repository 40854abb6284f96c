package io.guildhall.member.account.web;

import io.guildhall.member.account.Registration;
import io.guildhall.member.credential.WeakPassword;
import io.guildhall.member.page.Pages;
import io.guildhall.platform.security.Public;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The registration page. */
@RestController
@RequestMapping("/id/register")
@Public
@Hidden
class RegisterPage {

    private final Pages pages;
    private final Registration registration;
    private final Validator validator;

    RegisterPage(Pages pages, Registration registration, Validator validator) {
        this.pages = pages;
        this.registration = registration;
        this.validator = validator;
    }

    @GetMapping
    ResponseEntity<String> show(HttpServletRequest request) {
        return pages.show(HttpStatus.OK, "register", request, Map.of("mail", "", "name", ""));
    }

    @PostMapping
    ResponseEntity<String> register(
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        var asked = new RegistrationRequest(mail.strip(), name.strip(), password, Pages.language(request));
        var violations = validator.validate(asked);
        if (!violations.isEmpty()) {
            String field = violations.iterator().next().getPropertyPath().toString();
            return again(asked, field + "Wrong", request);
        }
        try {
            registration.register(asked.mail(), asked.name(), asked.password(), asked.languageOrEnglish());
        } catch (WeakPassword weak) {
            return again(asked, "weak" + weak.reason().name().toLowerCase(Locale.ROOT), request);
        }
        return pages.show(HttpStatus.ACCEPTED, "registered", request, Map.of());
    }

    private ResponseEntity<String> again(RegistrationRequest asked, String trouble, HttpServletRequest request) {
        Map<String, Object> values = new HashMap<>(Map.of("mail", asked.mail(), "name", asked.name()));
        values.put(trouble, true);
        return pages.show(HttpStatus.UNPROCESSABLE_CONTENT, "register", request, values);
    }
}
