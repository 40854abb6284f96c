package io.guildhall.member.key;

import io.guildhall.platform.id.Ids;
import io.guildhall.platform.idempotency.RequestIds;

/** What an access key is used as; its id tells. */
public enum KeyKind {
    /** A personal access token. */
    TOKEN("tok"),
    /** The secret of an API client. */
    CLIENT("cli");

    private final String prefix;

    KeyKind(String prefix) {
        this.prefix = prefix;
    }

    /** An id for a key that the current request makes; the same in every attempt of it. */
    public String nextId() {
        return RequestIds.next(prefix);
    }

    public boolean names(String keyId) {
        return Ids.isId(prefix, keyId);
    }
}
