package io.guildhall.billing.sandbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * How the sandbox shall lie about a session, and about what is charged off session by its means.
 *
 * @param webhooks once where absent
 * @param delaySeconds how late webhooks are, in real seconds
 * @param timesOut whether it charges and then gives no answer; it sends no webhook then
 * @param away whether it neither charges off session nor answers, as one that is out of reach
 * @param declines whether charges off session are declined
 * @param tellsAmountMinor another amount than was charged
 * @param tellsNothing how many of its next answers to merchants tell nothing, by turns a 500 and what nobody can read;
 *     what was asked for is done all the same
 */
public record Behavior(
        @Nullable Webhooks webhooks,
        @Min(0) @Max(86_400) @Nullable Integer delaySeconds,
        @Nullable Boolean timesOut,
        @Nullable Boolean away,
        @Nullable Boolean declines,
        @Positive @Nullable Long tellsAmountMinor,
        @Min(0) @Max(100) @Nullable Integer tellsNothing) {

    static final Behavior HONEST = new Behavior(null, null, null, null, null, null, null);

    /** What becomes of webhooks. */
    public enum Webhooks {
        ONCE,
        TWICE,
        NEVER,
        OUT_OF_ORDER
    }

    Webhooks sends() {
        return webhooks == null ? Webhooks.ONCE : webhooks;
    }

    boolean silent() {
        return Boolean.TRUE.equals(timesOut);
    }

    boolean outOfReach() {
        return Boolean.TRUE.equals(away);
    }

    boolean refuses() {
        return Boolean.TRUE.equals(declines);
    }

    int silences() {
        return tellsNothing == null ? 0 : tellsNothing;
    }
}
