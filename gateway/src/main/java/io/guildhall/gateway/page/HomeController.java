package io.guildhall.gateway.page;

import io.guildhall.gateway.Installation;
import io.guildhall.gateway.problem.Language;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The first page: what this is, who is signed in, which communities there are. */
@RestController
class HomeController {

    private final Pages pages;
    private final String origin;
    private final boolean mailsPage;

    /** @param mailsPage whether member-service shows sent mails on a page, as it does in the local profile */
    HomeController(
            Pages pages, Installation installation, @Value("${guildhall.gateway.mails-page}") boolean mailsPage) {
        this.pages = pages;
        this.origin = installation.origin();
        this.mailsPage = mailsPage;
    }

    @GetMapping("/")
    ResponseEntity<String> home(@RequestParam(required = false) @Nullable String notice, ServerHttpRequest request) {
        Language language = Language.of(request);
        Map<String, String> values = new HashMap<>();
        values.put("title", "Guildhall");
        values.put("origin", origin);
        values.put("notice", "sign-in-failed".equals(notice) ? pages.fill("notice", language, Map.of()) : "");
        values.put("mails", mailsPage ? pages.fill("mails", language, Map.of()) : "");
        return pages.page("home", language, values);
    }
}
