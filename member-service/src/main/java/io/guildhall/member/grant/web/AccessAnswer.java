package io.guildhall.member.grant.web;

import io.guildhall.member.grant.Resource;
import io.guildhall.member.grant.access.GivenGrant;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be used, and why.
 *
 * @param allowed whether the resource asked for may be used; absent when none was asked for
 * @param because every grant that holds, or that covers the resource
 * @param opens what would open the resource, where it may not be used
 */
record AccessAnswer(
        Instant at,
        Instant asKnownAt,
        @Nullable String resource,
        @Nullable Boolean allowed,
        List<Reason> because,
        List<Opener> opens) {

    record Reason(
            String grantId,
            String resource,
            String source,
            Instant from,
            @Nullable Instant until,
            String reason,
            @Nullable String givenBy) {

        static Reason of(GivenGrant grant) {
            return new Reason(
                    grant.grantId(),
                    grant.resource(),
                    grant.source(),
                    grant.from(),
                    grant.until(),
                    grant.reason(),
                    grant.givenBy());
        }
    }

    /** @param by what gives it: a grant, which an owner of the community can give */
    record Opener(String by, String resource) {}

    static AccessAnswer of(List<GivenGrant> grants, @Nullable Resource asked, Instant at, Instant asKnownAt) {
        List<Reason> because = grants.stream()
                .filter(grant -> grant.holds(at, asKnownAt))
                .filter(grant -> asked == null || asked.coveredBy().contains(grant.resource()))
                .map(Reason::of)
                .toList();
        if (asked == null) {
            return new AccessAnswer(at, asKnownAt, null, null, because, List.of());
        }
        List<Opener> opens = because.isEmpty()
                ? asked.coveredBy().stream()
                        .map(resource -> new Opener("grant", resource))
                        .toList()
                : List.of();
        return new AccessAnswer(at, asKnownAt, asked.text(), !because.isEmpty(), because, opens);
    }
}
