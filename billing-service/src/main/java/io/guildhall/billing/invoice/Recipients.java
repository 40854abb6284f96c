package io.guildhall.billing.invoice;

import io.guildhall.platform.privacy.PersonalCipher;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/**
 * To whom a member wants invoices of a community written, until the member says otherwise; sealed by the member's key.
 * An invoice takes what stands here when it is issued.
 */
@Component
public class Recipients {

    private static final String PURPOSE = "invoice";
    private static final String NAME = "recipientName";
    private static final String ADDRESS = "recipientAddress";

    @Document("invoice_recipients")
    record Sealed(@Id String id, String name, String address) {}

    private final MongoOperations mongo;
    private final PersonalCipher cipher;

    Recipients(MongoOperations mongo, PersonalCipher cipher) {
        this.mongo = mongo;
        this.cipher = cipher;
    }

    public void keep(String communityId, String memberId, Recipient recipient) {
        mongo.save(new Sealed(
                id(communityId, memberId),
                cipher.seal(memberId, PURPOSE, NAME, recipient.name()),
                cipher.seal(memberId, PURPOSE, ADDRESS, recipient.address())));
    }

    public Optional<Recipient> find(String communityId, String memberId) {
        return Optional.ofNullable(mongo.findById(id(communityId, memberId), Sealed.class))
                .map(kept -> new Recipient(cipher.open(NAME, kept.name()), cipher.open(ADDRESS, kept.address())));
    }

    private static String id(String communityId, String memberId) {
        return communityId + "/" + memberId;
    }
}
