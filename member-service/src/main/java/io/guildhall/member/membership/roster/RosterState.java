package io.guildhall.member.membership.roster;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.data.mongodb.core.query.Criteria;

/** Which memberships are asked for. */
public enum RosterState {
    ACTIVE,
    FORMER;

    /** As clients write it, in small letters. */
    public static Optional<RosterState> named(String text) {
        return Arrays.stream(values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(text))
                .findAny();
    }

    Criteria condition() {
        return switch (this) {
            case ACTIVE -> where("termEnd").exists(true).and("endedAt").exists(false);
            case FORMER -> where("endedAt").exists(true);
        };
    }
}
