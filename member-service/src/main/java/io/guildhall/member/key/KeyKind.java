package io.guildhall.member.key;

import io.guildhall.platform.id.Ids;

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

    public String nextId() {
        return Ids.next(prefix);
    }

    public boolean names(String keyId) {
        return Ids.isId(prefix, keyId);
    }
}
