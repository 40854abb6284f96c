package io.guildhall.member.key;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.Visibility;
import io.guildhall.platform.privacy.Personal;
import java.time.Instant;

/** The facts of an access key; of no concern to other services. */
public sealed interface AccessKeyEvent {

    String keyId();

    String memberId();

    @EventName(value = "member.access-key.created", visibility = Visibility.INTERNAL)
    record AccessKeyCreated(
            String keyId,
            String memberId,
            @Personal(subject = "memberId") String name,
            String hash,
            Instant expiresAt) implements AccessKeyEvent {}

    @EventName(value = "member.access-key.ended", visibility = Visibility.INTERNAL)
    record AccessKeyEnded(String keyId, String memberId) implements AccessKeyEvent {}
}
