package io.guildhall.member.session;

import io.guildhall.platform.privacy.MasterKeyUnusable;
import io.guildhall.platform.privacy.NotSealedHere;
import io.guildhall.platform.privacy.Sealer;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Puts the session into a sealed cookie that only the sign-in pages get, and takes it out again. */
@Component
public class SessionCookie {

    static final Duration LIFETIME = Duration.ofHours(12);

    private static final String CONTEXT = "session-cookie";
    private static final int SID_BYTES = 18;

    private final Sealer sealer;
    private final BegunSessions begun;
    private final EndedSessions ended;
    private final boolean secure;
    private final InstantSource clock = InstantSource.system();
    private final SecureRandom random = new SecureRandom();
    private final JsonMapper json = JsonMapper.builder().build();

    SessionCookie(
            Sealer sealer, BegunSessions begun, EndedSessions ended, @Value("${guildhall.issuer}") String issuer) {
        this.sealer = sealer;
        this.begun = begun;
        this.ended = ended;
        this.secure = issuer.startsWith("https:");
    }

    /** Begins a new session, under a new sid, in place of any that the browser had. */
    public void begin(String memberId, HttpServletRequest request, HttpServletResponse response) {
        byte[] sid = new byte[SID_BYTES];
        random.nextBytes(sid);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(sid);
        var session = new Session(memberId, name, now, now.plus(LIFETIME));
        begun.begin(session, Device.of(request.getHeader(HttpHeaders.USER_AGENT)));
        byte[] sealed = sealer.seal(json.writeValueAsBytes(session), CONTEXT);
        write(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), LIFETIME, response);
    }

    /** Takes the cookie away from this browser; a copy of it lives on until {@link EndedSessions#end}. */
    public void clear(HttpServletResponse response) {
        write("", Duration.ZERO, response);
    }

    /** The session that the browser brings, where it is ours, not over and not ended. */
    public Optional<Session> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name()))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .flatMap(this::open)
                .filter(session -> session.until().isAfter(clock.instant()))
                .filter(session -> !ended.covers(session));
    }

    private Optional<Session> open(String value) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(value);
            return Optional.of(json.readValue(sealer.open(sealed, CONTEXT), Session.class));
        } catch (NotSealedHere | MasterKeyUnusable | IllegalArgumentException | JacksonException _) {
            return Optional.empty();
        }
    }

    private String name() {
        return secure ? "__Secure-guildhall-id" : "guildhall-id";
    }

    private void write(String value, Duration age, HttpServletResponse response) {
        String cookie = ResponseCookie.from(name(), value)
                .path("/id")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(age)
                .build()
                .toString();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie);
    }
}
