package io.guildhall.local.demo;

import io.guildhall.local.client.GuildhallClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads the mails that a local member-service shows on a page instead of sending them. */
public record Mails(GuildhallClient anyone) {

    private static final Pattern TOKEN = Pattern.compile("[?&]token=([^&#\\s]+)");

    /** The token of the newest verification link that was sent to an address; waits for the mail. */
    public String verificationToken(String mail, Duration longest) throws InterruptedException {
        Instant latest = Instant.now().plus(longest);
        while (Instant.now().isBefore(latest)) {
            Optional<String> token = newest(mail);
            if (token.isPresent()) {
                return token.get();
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IllegalStateException("No verification mail for " + mail + " after " + longest.toSeconds() + " s");
    }

    private Optional<String> newest(String mail) {
        JsonNode mails = anyone.get("/id/mails?format=json").expect(200).json();
        return mails.valueStream()
                .filter(each -> each.path("to").asString("").equalsIgnoreCase(mail))
                .flatMap(each -> each.path("links").valueStream())
                .map(link -> TOKEN.matcher(URI.create(link.asString("")).toString()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }
}
