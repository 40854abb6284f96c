package io.guildhall.member.account;

import io.guildhall.member.account.AccountCommand.RegisterAccount;
import io.guildhall.member.address.MailAddresses;
import io.guildhall.member.credential.Credentials;
import io.guildhall.member.credential.PasswordRules;
import io.guildhall.member.throttle.TooManyTries;
import io.guildhall.member.throttle.Tries;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.id.Ids;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/**
 * Registers people, by page and by API alike. What it does and how long it takes does not depend on whether the address
 * has an account: only a mail tells, and only its reader.
 */
@Component
public class Registration {

    private static final Duration TIME_TO_VERIFY = Duration.ofHours(24);

    private static final int MOST_PER_ADDRESS = 5;

    private final PasswordRules rules;
    private final Credentials credentials;
    private final MailAddresses addresses;
    private final Tries tries;
    private final Commands commands;
    private final InstantSource clock;

    Registration(
            PasswordRules rules,
            Credentials credentials,
            MailAddresses addresses,
            Tries tries,
            Commands commands,
            InstantSource clock) {
        this.rules = rules;
        this.credentials = credentials;
        this.addresses = addresses;
        this.tries = tries;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Registers an account that waits to be verified.
     *
     * @param language {@code en} or {@code zh-CN}, of the mails that follow
     * @throws io.guildhall.member.credential.WeakPassword when the password must not be used
     */
    public void register(String mail, String name, String password, String language) {
        rules.check(password, mail, name);
        String mailAddressId = addresses.idOf(mail);
        if (mailedEnough(mailAddressId)) {
            return;
        }
        String memberId = Ids.next("mem");
        String credentialId = credentials.keep(memberId, password);
        commands.send(new RegisterAccount(
                memberId,
                mailAddressId,
                credentialId,
                mail.strip(),
                name.strip(),
                language,
                clock.instant().plus(TIME_TO_VERIFY)));
    }

    /** Nobody fills another's mail box: past a few registrations of an address in a day nothing more is sent there. */
    private boolean mailedEnough(String mailAddressId) {
        try {
            tries.begin("register/" + mailAddressId, MOST_PER_ADDRESS, TIME_TO_VERIFY);
            return false;
        } catch (TooManyTries _) {
            return true;
        }
    }
}
