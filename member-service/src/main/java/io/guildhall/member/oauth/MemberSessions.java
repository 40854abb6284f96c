package io.guildhall.member.oauth;

import io.guildhall.member.session.BegunSession;
import io.guildhall.member.session.BegunSessions;
import io.guildhall.platform.problem.NotFound;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a member is signed in: every sign-in that a cookie or a token still speaks for. */
@Component
public class MemberSessions {

    private final BegunSessions begun;
    private final Authorizations authorizations;
    private final SignOut signOut;
    private final InstantSource clock = InstantSource.system();

    MemberSessions(BegunSessions begun, Authorizations authorizations, SignOut signOut) {
        this.begun = begun;
        this.authorizations = authorizations;
        this.signOut = signOut;
    }

    /** Those that live, the last used first. */
    public List<MemberSession> of(String memberId) {
        Instant now = clock.instant();
        return Stream.concat(begun.standingOf(memberId).stream().map(MemberSession::of), holdingTokens(memberId))
                .collect(Collectors.toMap(MemberSession::sid, Function.identity(), MemberSession::and))
                .values()
                .stream()
                .filter(session -> session.until().isAfter(now))
                .sorted(Comparator.comparing(MemberSession::lastUsedAt).reversed())
                .toList();
    }

    /**
     * Signs out of one. Repeatable.
     *
     * @throws NotFound where the member has, and lately had, no such session
     */
    public void end(String memberId, String sessionId) {
        String sid = Stream.concat(
                        begun.of(memberId).stream().map(BegunSession::session).map(session -> session.sid()),
                        holdingTokens(memberId).map(MemberSession::sid))
                .filter(known -> MemberSession.idOf(known).equals(sessionId))
                .findAny()
                .orElseThrow(NotFound::new);
        signOut.end(sid);
    }

    /**
     * Signs out of all but one. Repeatable.
     *
     * @param sid the one that stays, null for none
     */
    public void endOthers(String memberId, @Nullable String sid) {
        of(memberId).stream()
                .map(MemberSession::sid)
                .filter(other -> !other.equals(sid))
                .forEach(signOut::end);
    }

    private Stream<MemberSession> holdingTokens(String memberId) {
        return authorizations.of(memberId).stream().flatMap(each -> MemberSession.of(each).stream());
    }
}
