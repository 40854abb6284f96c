package io.guildhall.member.credential;

import io.guildhall.platform.problem.Refusal;
import java.util.Locale;
import java.util.Map;

/** A password that is too short, too long, known to attackers, or made of the member's own names. */
public final class WeakPassword extends Refusal {

    private static final long serialVersionUID = 1;

    /** Why a password is weak. */
    public enum Reason {
        SHORT,
        LONG,
        KNOWN,
        NAMES
    }

    private final Reason reason;

    public WeakPassword(Reason reason) {
        super(Kind.UNPROCESSABLE);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("reason", reason.name().toLowerCase(Locale.ROOT));
    }
}
