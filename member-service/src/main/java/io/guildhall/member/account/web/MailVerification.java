package io.guildhall.member.account.web;

import io.guildhall.member.account.AccountCommand.ProveMail;
import io.guildhall.member.account.Profile;
import io.guildhall.member.account.Profiles;
import io.guildhall.member.account.VerificationExpired;
import io.guildhall.member.account.VerificationLinks;
import io.guildhall.platform.axon.Commands;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Verifies accounts by the link in their mail, by page and by API alike. */
@Component
class MailVerification {

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final VerificationLinks links;
    private final Commands commands;
    private final Profiles profiles;
    private final InstantSource clock;

    MailVerification(VerificationLinks links, Commands commands, Profiles profiles, InstantSource clock) {
        this.links = links;
        this.commands = commands;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * Verifies, and returns when the account can sign in or, where the policies lag, soon will.
     *
     * @throws VerificationExpired when the token does not count, or another account had the address first
     */
    void verify(String token) {
        String memberId = links.memberOf(token).orElseThrow(VerificationExpired::new);
        commands.send(new ProveMail(memberId, clock.instant()));
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<Profile> profile = profiles.find(memberId);
        while (profile.filter(found -> !found.verified()).isPresent() && System.nanoTime() < end && pause()) {
            profile = profiles.find(memberId);
        }
        if (profile.isEmpty()) {
            throw new VerificationExpired();
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
