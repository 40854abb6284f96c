package io.guildhall.member.signin;

import io.guildhall.member.account.Profile;
import io.guildhall.member.account.Profiles;
import io.guildhall.member.address.MailAddresses;
import io.guildhall.member.credential.Credentials;
import io.guildhall.member.throttle.TooManyTries;
import io.guildhall.member.throttle.Tries;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Decides whether mail and password belong together; says no alike, and as slowly, whatever is wrong. */
@Component
class SignIn {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final int MOST_PER_ADDRESS = 10;
    private static final Duration ADDRESS_WINDOW = Duration.ofMinutes(15);
    private static final int MOST_PER_CLIENT = 50;
    private static final Duration CLIENT_WINDOW = Duration.ofMinutes(10);

    private final MailAddresses addresses;
    private final Profiles profiles;
    private final Credentials credentials;
    private final Tries tries;

    SignIn(MailAddresses addresses, Profiles profiles, Credentials credentials, Tries tries) {
        this.addresses = addresses;
        this.profiles = profiles;
        this.credentials = credentials;
        this.tries = tries;
    }

    /**
     * The member whose mail and password these are; empty when they are nobody's.
     *
     * @param from the network address that asks
     * @throws TooManyTries when this address, or this mail, was wrong too often
     */
    Optional<String> member(String mail, String password, String from) {
        String mailAddressId = addresses.idOf(mail);
        Tries.Try client = begin("authn.stuffing", "client/" + from, MOST_PER_CLIENT, CLIENT_WINDOW);
        Tries.Try address = begin("authn.throttled", "sign-in/" + mailAddressId, MOST_PER_ADDRESS, ADDRESS_WINDOW);
        Optional<Profile> profile = profiles.verifiedOf(mailAddressId);
        if (!credentials.fits(profile.map(Profile::credentialId).orElse(null), password)) {
            return Optional.empty();
        }
        client.takeBack();
        address.takeBack();
        return profile.map(Profile::memberId);
    }

    private Tries.Try begin(String event, String subject, int most, Duration window) {
        try {
            return tries.begin(subject, most, window);
        } catch (TooManyTries refusal) {
            LOG.warn("{}: no more tries for {} s", event, refusal.retryAfterSeconds());
            throw refusal;
        }
    }
}
