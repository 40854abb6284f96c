package io.guildhall.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.id.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

class SessionServiceTest extends ServiceTest {

    private static final String PATH = "/api/me/sessions";
    private static final String DESK = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

    @Autowired
    MongoTemplate mongo;

    /** A browser that has signed in, with what the gateway holds for it. */
    private record SignedIn(Browser browser, Flow flow, String access, String refresh) {}

    @Test
    void aMemberSeesWhereHeIsSignedIn() {
        String mail = newMail();
        member(mail);
        Instant before = Instant.now();
        Browser desk = bearing(signIn(mail, DESK));
        signIn(mail, PHONE);

        assertThat(sessions(desk)).hasSize(2);
        JsonNode first = session(desk, "Firefox");
        JsonNode second = session(desk, "Safari");

        assertThat(first.path("system").asString()).isEqualTo("Linux");
        assertThat(first.path("current").asBoolean()).isTrue();
        assertThat(second.path("system").asString()).isEqualTo("iPhone");
        assertThat(second.path("current").asBoolean(true)).isFalse();
        assertThat(second.path("clients").toString()).isEqualTo("[\"gateway\"]");
        assertThat(instant(second, "signedInAt")).isBetween(instant(first, "signedInAt"), Instant.now());
        assertThat(instant(first, "lastUsedAt")).isBetween(instant(first, "signedInAt"), Instant.now());
        assertThat(instant(first, "until"))
                .isBetween(
                        before.plus(Duration.ofHours(12)).minusSeconds(1),
                        Instant.now().plus(Duration.ofHours(12)));
    }

    @Test
    void anEndedSessionIsRefusedEverywhereAndTheOthersGoOn() {
        String mail = newMail();
        member(mail);
        SignedIn atDesk = signIn(mail, DESK);
        SignedIn onPhone = signIn(mail, PHONE);
        Browser desk = bearing(atDesk);
        String phone = PATH + "/" + session(desk, "Safari").path("id").asString();

        assertThat(desk.delete(phone).status()).isEqualTo(204);

        assertThat(isRefused(onPhone)).isTrue();
        assertThat(isActive(onPhone.access())).isFalse();
        assertThat(isRefused(atDesk)).isFalse();
        assertThat(sessions(desk)).hasSize(1);
        assertThat(desk.delete(phone).status()).isEqualTo(204);
    }

    @Test
    void nobodyEndsTheSessionOfAnother() {
        String mail = newMail();
        member(mail);
        SignedIn theirs = signIn(mail, DESK);
        String id = session(bearing(theirs), "Firefox").path("id").asString();
        String other = newMail();
        member(other);
        Browser stranger = bearing(signIn(other, PHONE));

        assertThat(stranger.delete(PATH + "/" + id).status()).isEqualTo(404);
        assertThat(stranger.delete(PATH + "/" + Ids.next("ses")).status()).isEqualTo(404);
        assertThat(stranger.delete(PATH + "/made-up").status()).isEqualTo(404);
        assertThat(stranger.delete(PATH + "/others").status()).isEqualTo(204);
        assertThat(isRefused(theirs)).isFalse();
        assertThat(browser().get(PATH).status()).isEqualTo(401);
    }

    @Test
    void allOthersEndAtOnceAlsoOneThatOnlyHasACookie() {
        String mail = newMail();
        member(mail);
        SignedIn kept = signIn(mail, DESK);
        SignedIn other = signIn(mail, PHONE);
        Browser cookieOnly = browser();
        var flow = new Flow(this, cookieOnly);
        signIn(cookieOnly, flow.authorize(), mail, PASSWORD);
        Browser desk = bearing(kept);
        assertThat(sessions(desk)).hasSize(3);

        assertThat(desk.delete(PATH + "/others").status()).isEqualTo(204);

        assertThat(isRefused(kept)).isFalse();
        assertThat(isRefused(other)).isTrue();
        assertThat(cookieOnly.get(flow.authorize()).location()).startsWith("/id/login?continue=");
        assertThat(sessions(desk)).hasSize(1);
        assertThat(desk.delete(PATH + "/others").status()).isEqualTo(204);
    }

    @Test
    void aProgramsSignInIsRememberedForAsLongAsItsTokens() {
        String mail = newMail();
        String memberId = member(mail);
        String redirect = "http://127.0.0.1:51234/callback";
        String code = new Flow(this, browser().as(DESK)).code(mail, Flow.authorize("guildhall-cli", redirect));
        JsonNode tokens = browser()
                .form("/id/oauth2/token", Flow.ofProgram(code, redirect))
                .json();
        Browser program = browser().bearer(tokens.path("access_token").asString());

        JsonNode session = session(program, "Firefox");

        assertThat(session.path("clients").toString()).isEqualTo("[\"guildhall-cli\"]");
        Instant nearly = Instant.now().plus(Duration.ofDays(29));
        assertThat(instant(session, "until")).isAfter(nearly);
        assertThat(begun(memberId).get("keptUntil", Date.class)).isAfter(nearly);
        assertThat(program.delete(PATH + "/" + session.path("id").asString()).status())
                .isEqualTo(204);
        assertThat(isActive(tokens.path("refresh_token").asString())).isFalse();
    }

    @Test
    void aSessionFromBeforeTheyWereRememberedIsShownAndEnds() {
        String mail = newMail();
        String memberId = member(mail);
        SignedIn old = signIn(mail, DESK);
        mongo.getCollection("begun_sessions").deleteMany(new Document("memberId", memberId));
        Browser desk = bearing(old);

        JsonNode session = sessions(desk).findFirst().orElseThrow();

        assertThat(session.path("current").asBoolean()).isTrue();
        assertThat(session.hasNonNull("browser")).isFalse();
        assertThat(instant(session, "signedInAt")).isBefore(Instant.now());
        assertThat(desk.delete(PATH + "/" + session.path("id").asString()).status())
                .isEqualTo(204);
        assertThat(isRefused(old)).isTrue();
    }

    @Test
    void fromWhereSomebodySignsInStandsNowhereInClear() {
        String mail = newMail();
        String memberId = member(mail);
        Browser desk = bearing(signIn(mail, DESK));
        String begun = begun(memberId).toJson();
        String sid = begun(memberId).getString("_id");

        assertThat(begun).doesNotContain("Firefox").doesNotContain("Linux");
        assertThat(desk.get(PATH).body()).contains("Firefox").doesNotContain(sid);
    }

    private SignedIn signIn(String mail, String userAgent) {
        Browser browser = browser().as(userAgent);
        var flow = new Flow(this, browser);
        JsonNode tokens = flow.tokens(mail);
        return new SignedIn(
                browser,
                flow,
                tokens.path("access_token").asString(),
                tokens.path("refresh_token").asString());
    }

    private Browser bearing(SignedIn signedIn) {
        return browser().bearer(signedIn.access());
    }

    private static Stream<JsonNode> sessions(Browser browser) {
        return browser.get(PATH).json().path("items").valueStream();
    }

    private static JsonNode session(Browser browser, String name) {
        return sessions(browser)
                .filter(each -> each.path("browser").asString("").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Instant instant(JsonNode session, String field) {
        return Instant.parse(session.path(field).asString());
    }

    private Document begun(String memberId) {
        return Objects.requireNonNull(mongo.getCollection("begun_sessions")
                .find(new Document("memberId", memberId))
                .first());
    }

    /** By its refresh token as by its cookie. */
    private boolean isRefused(SignedIn signedIn) {
        boolean refreshes = signedIn.flow().refresh(signedIn.refresh()).status() == 200;
        boolean cookieStands =
                !signedIn.browser().get(signedIn.flow().authorize()).location().startsWith("/id/login?continue=");
        assertThat(cookieStands).isEqualTo(refreshes);
        assertThat(isActive(signedIn.refresh())).isEqualTo(refreshes);
        return !refreshes;
    }

    private boolean isActive(String token) {
        return gateway()
                .form("/id/oauth2/introspect", Map.of("token", token))
                .json()
                .path("active")
                .asBoolean();
    }
}
