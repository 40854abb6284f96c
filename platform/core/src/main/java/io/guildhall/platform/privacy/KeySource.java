package io.guildhall.platform.privacy;

import java.util.Optional;
import javax.crypto.SecretKey;

/** Where the keys of persons come from: {@link PersonalKeys} in a service, fixed keys in contract tests. */
public interface KeySource {

    /** The key of a person for a purpose, made durable before it is given; empty when the person is erased. */
    Optional<SecretKey> forSealing(String subject, String purpose);

    /**
     * The key that sealed; empty when it is destroyed.
     *
     * @throws IllegalStateException where no such key ever was, so that a loss is not taken for an erasure
     */
    Optional<SecretKey> forOpening(String subject, String purpose);
}
