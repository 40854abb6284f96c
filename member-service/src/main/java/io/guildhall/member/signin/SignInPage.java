package io.guildhall.member.signin;

import io.guildhall.member.page.Pages;
import io.guildhall.member.session.SessionCookie;
import io.guildhall.member.throttle.TooManyTries;
import io.guildhall.platform.security.Public;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sign-in page: on from where the authorization server sent the browser here. */
@RestController
@RequestMapping("/id/login")
@Public
@Hidden
class SignInPage {

    private static final Logger LOG = LoggerFactory.getLogger(SignInPage.class);

    /** Where the gateway begins a sign-in; it ends at once for who has a session. */
    private static final String START = "/sign-in";

    private static final String AUTHORIZE = "/id/oauth2/authorize?";

    private final Pages pages;
    private final SignIn signIn;
    private final SessionCookie cookie;

    SignInPage(Pages pages, SignIn signIn, SessionCookie cookie) {
        this.pages = pages;
        this.signIn = signIn;
        this.cookie = cookie;
    }

    @GetMapping
    ResponseEntity<String> show(
            @RequestParam(name = "continue", required = false) @Nullable String next, HttpServletRequest request) {
        return cookie.read(request).isPresent()
                ? redirect(safe(next))
                : form(HttpStatus.OK, request, next, "", Map.of());
    }

    @PostMapping
    ResponseEntity<String> signIn(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(name = "continue", required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            Optional<String> member = signIn.member(username, password, request.getRemoteAddr());
            if (member.isEmpty()) {
                return form(HttpStatus.UNAUTHORIZED, request, next, username, Map.of("wrong", true));
            }
            cookie.begin(member.get(), request, response);
            return redirect(safe(next));
        } catch (TooManyTries refusal) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.retryAfterSeconds()));
            return form(HttpStatus.TOO_MANY_REQUESTS, request, next, username, Map.of("tooMany", true));
        }
    }

    private ResponseEntity<String> form(
            HttpStatus status, HttpServletRequest request, @Nullable String next, String mail, Map<String, ?> trouble) {
        Map<String, Object> values = new HashMap<>(trouble);
        values.put("next", next == null ? "" : next);
        values.put("mail", mail);
        return pages.show(status, "login", request, values);
    }

    /** Only on into our own authorization server: a link of another's making leads nowhere else. */
    private static String safe(@Nullable String next) {
        if (next == null || next.isEmpty()) {
            return START;
        }
        if (!next.startsWith(AUTHORIZE) || next.chars().anyMatch(Character::isISOControl)) {
            LOG.warn("redirect.blocked: a sign-in was to go on elsewhere");
            return START;
        }
        return next;
    }

    private static ResponseEntity<String> redirect(String target) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, target)
                .build();
    }
}
