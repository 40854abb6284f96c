package io.guildhall.member.setup;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Makes the first operator. Rejected with {@link AlreadySetUp} the second time.
 *
 * @param setupId always {@link #ID}
 * @param keyId the operator's first access key, {@code keyHash} the SHA-256 of its secret
 */
public record SetUpInstallation(
        @TargetAggregateIdentifier String setupId,
        String memberId,
        String mailAddressId,
        String credentialId,
        String mail,
        String name,
        String keyId,
        String keyHash,
        Instant keyExpiresAt) {

    /** There is one installation, so there is one stream. */
    public static final String ID = "setup";

    @Override
    public String toString() {
        return "SetUpInstallation[memberId=%s]".formatted(memberId);
    }
}
