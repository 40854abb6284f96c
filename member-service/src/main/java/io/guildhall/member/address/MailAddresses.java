package io.guildhall.member.address;

import io.guildhall.member.secret.SharedSecrets;
import io.guildhall.platform.id.Ids;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Knows the id of a mail address; without this service's key nobody can tell the address by trying likely ones. */
@Component
public class MailAddresses {

    private final byte[] key;

    MailAddresses(SharedSecrets secrets) {
        this.key = secrets.key("mail-address");
    }

    /** The same id for the same mailbox, however it is written. */
    public String idOf(String mail) {
        return Ids.keyed("mad", key, normal(mail).getBytes(StandardCharsets.UTF_8));
    }

    private static String normal(String mail) {
        return Normalizer.normalize(mail.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
