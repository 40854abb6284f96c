package io.guildhall.member.notice.policy;

import io.guildhall.member.account.Profile;
import io.guildhall.member.account.Profiles;
import io.guildhall.member.mail.Mail;
import io.guildhall.member.mail.MailKind;
import io.guildhall.member.mail.Mails;
import io.guildhall.member.notice.NoticeEvent.NoticeGiven;
import io.guildhall.member.notice.community.CommunityNames;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.annotation.Value;

/**
 * What asks a member to act reaches also who does not visit: one mail for each notice, if it comes in time. Where a
 * history is read anew, nobody gets mail about what happened long ago.
 */
@Policy("when-notice-given-then-mail")
class WhenNoticeGivenThenMail {

    private static final Duration NEWS = Duration.ofDays(7);

    private final Profiles profiles;
    private final CommunityNames communities;
    private final Mails mails;
    private final InstantSource clock;
    private final URI issuer;

    WhenNoticeGivenThenMail(
            Profiles profiles,
            CommunityNames communities,
            Mails mails,
            InstantSource clock,
            @Value("${guildhall.issuer}") URI issuer) {
        this.profiles = profiles;
        this.communities = communities;
        this.mails = mails;
        this.clock = clock;
        this.issuer = issuer;
    }

    @EventHandler
    void on(NoticeGiven notice, Fact fact) {
        Instant until = notice.about().until();
        String offerId = notice.about().offerId();
        Optional<MailKind> kind = mailed(notice);
        if (kind.isPresent() && until != null && offerId != null && isNews(kind.get(), until, fact)) {
            profiles.find(notice.memberId())
                    .ifPresent(member -> mails.post(mail(kind.get(), notice, member, until, offerId)));
        }
    }

    private static Optional<MailKind> mailed(NoticeGiven notice) {
        return switch (notice.kind()) {
            case RENEWAL_FAILED -> Optional.of(MailKind.RENEWAL_FAILED);
            case SUBSCRIPTION_ENDED -> Optional.of(MailKind.SUBSCRIPTION_ENDED);
            case ACCESS_GIVEN,
                    ACCESS_ENDED,
                    ROLE_GRANTED,
                    ROLE_WITHDRAWN,
                    WELCOME,
                    CANCEL_SCHEDULED,
                    REFUNDED,
                    PARTLY_REFUNDED -> Optional.empty();
        };
    }

    private boolean isNews(MailKind kind, Instant until, Fact fact) {
        Instant now = clock.instant();
        boolean tooLateToAct = kind == MailKind.RENEWAL_FAILED && !now.isBefore(until);
        return !tooLateToAct && now.isBefore(fact.validAt().plus(NEWS));
    }

    private Mail mail(MailKind kind, NoticeGiven notice, Profile member, Instant until, String offerId) {
        String community = notice.communityId();
        return new Mail(
                notice.noticeId(),
                kind,
                member.mail(),
                member.language(),
                member.name(),
                issuer.resolve("/communities/" + community + "/checkout/" + offerId)
                        .toString(),
                List.of(communities.of(community), until));
    }
}
