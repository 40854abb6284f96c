package io.guildhall.member.key;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything a caller may ask of an {@link AccessKey}. */
public sealed interface AccessKeyCommand {

    String keyId();

    String memberId();

    /**
     * Makes a key known by the hash of its secret; asking again is harmless.
     *
     * @param hash SHA-256 of the secret, hexadecimal
     */
    record CreateAccessKey(
            @TargetAggregateIdentifier String keyId, String memberId, String name, String hash, Instant expiresAt)
            implements AccessKeyCommand {}

    /** Ends a key; asking again is harmless. Rejected as not found when it is another member's. */
    record EndAccessKey(@TargetAggregateIdentifier String keyId, String memberId) implements AccessKeyCommand {}
}
