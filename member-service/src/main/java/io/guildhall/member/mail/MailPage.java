package io.guildhall.member.mail;

import io.guildhall.member.page.Pages;
import io.guildhall.platform.security.Public;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the mails of a local installation, newest first, as a page and as JSON; there nothing is sent. */
@RestController
@RequestMapping("/id/mails")
@Profile("local")
@Public
@Hidden
class MailPage {

    private final Mails mails;
    private final Pages pages;

    MailPage(Mails mails, Pages pages) {
        this.mails = mails;
        this.pages = pages;
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(HttpServletRequest request) {
        return pages.show(HttpStatus.OK, "mails", request, Map.of("mails", mails.newest()));
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    List<ShownMail> json() {
        return mails.newest();
    }

    @GetMapping(params = "format=json")
    ResponseEntity<List<ShownMail>> asked() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(mails.newest());
    }
}
