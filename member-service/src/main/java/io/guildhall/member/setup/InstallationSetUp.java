package io.guildhall.member.setup;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.Visibility;
import io.guildhall.platform.privacy.Personal;
import java.time.Instant;

/** The installation has its first operator. */
@EventName(value = "member.setup.completed", visibility = Visibility.INTERNAL)
public record InstallationSetUp(
        String memberId,
        String mailAddressId,
        String credentialId,
        @Personal(subject = "memberId") String mail,
        @Personal(subject = "memberId") String name,
        String keyId,
        String keyHash,
        Instant keyExpiresAt) {

    @Override
    public String toString() {
        return "InstallationSetUp[memberId=%s]".formatted(memberId);
    }
}
