package io.guildhall.member.notice.inbox;

import io.guildhall.platform.follow.Heard;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * There is no next term, unless it is paid before the end.
 *
 * @param reason why; absent where it was told before that was kept
 */
@Heard("billing.subscription.renewal-failed")
public record RenewalFailed(
        String communityId,
        String memberId,
        String offerId,
        Instant endsAt,
        @Nullable String reason) {

    /** Whether the charge failed; otherwise its holder wants none. */
    public boolean unpaid() {
        return "payment-failed".equals(reason);
    }
}
