package io.guildhall.member.account;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read model: one account.
 *
 * @param mailAddressId several accounts may wait for one address, at most one of them is verified
 */
@Document("profiles")
public record Profile(
        @Id String memberId,
        @Indexed String mailAddressId,
        String credentialId,
        String mail,
        String name,
        String language,
        boolean verified) {

    @Override
    public String toString() {
        return "Profile[memberId=%s, verified=%s]".formatted(memberId, verified);
    }
}
