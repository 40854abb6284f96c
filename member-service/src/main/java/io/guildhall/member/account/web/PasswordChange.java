package io.guildhall.member.account.web;

import io.guildhall.member.account.AccountCommand.ChangePassword;
import io.guildhall.member.account.Profile;
import io.guildhall.member.account.Profiles;
import io.guildhall.member.account.WrongPassword;
import io.guildhall.member.credential.Credentials;
import io.guildhall.member.credential.PasswordRules;
import io.guildhall.member.throttle.Tries;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.problem.NotFound;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Changes a password for whoever knows the one in force. */
@Component
class PasswordChange {

    private static final int MOST_TRIES = 10;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Profiles profiles;
    private final Credentials credentials;
    private final PasswordRules rules;
    private final Tries tries;
    private final Commands commands;

    PasswordChange(Profiles profiles, Credentials credentials, PasswordRules rules, Tries tries, Commands commands) {
        this.profiles = profiles;
        this.credentials = credentials;
        this.rules = rules;
        this.tries = tries;
        this.commands = commands;
    }

    /**
     * @throws WrongPassword when {@code current} is not the password in force
     * @throws io.guildhall.member.credential.WeakPassword when {@code next} must not be used
     */
    void change(String memberId, String current, String next) {
        Profile own = profiles.find(memberId).orElseThrow(NotFound::new);
        rules.check(next, own.mail(), own.name());
        Tries.Try one = tries.begin("password/" + memberId, MOST_TRIES, WINDOW);
        if (!credentials.fits(own.credentialId(), current)) {
            throw new WrongPassword();
        }
        one.takeBack();
        commands.send(new ChangePassword(memberId, credentials.keep(memberId, next)));
    }
}
