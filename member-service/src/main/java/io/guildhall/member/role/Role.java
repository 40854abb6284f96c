package io.guildhall.member.role;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody may be in a community, or, as operator, in the whole installation. */
public enum Role {
    OWNER,
    AUTHOR,
    MODERATOR,
    ANALYST,
    OPERATOR;

    /** The community id that stands for the whole installation. */
    public static final String INSTALLATION = "*";

    /** The role of this name among those that a community gives. */
    public static Optional<Role> ofCommunity(String text) {
        return Stream.of(OWNER, AUTHOR, MODERATOR, ANALYST)
                .filter(role -> role.text().equals(text))
                .findAny();
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
