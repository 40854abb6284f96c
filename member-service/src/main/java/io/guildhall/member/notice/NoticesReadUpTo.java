package io.guildhall.member.notice;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.Visibility;
import java.time.Instant;

/** A member has read every notice, of whatever community, that was given up to this moment. */
@EventName(value = "member.notice.all-read", visibility = Visibility.INTERNAL)
public record NoticesReadUpTo(String markId, String memberId, Instant upTo) {}
