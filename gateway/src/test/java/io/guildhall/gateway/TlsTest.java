package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.hall.Hall;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TlsTest {

    static final Hall HALL = new Hall("guildhall.issuer=https://hall.example/id");

    @AfterAll
    static void close() {
        HALL.close();
    }

    @Test
    void saysThatItIsNeverReachedWithoutTls() {
        assertThat(HALL.browser().get("/").headers().firstValue("Strict-Transport-Security"))
                .hasValue("max-age=31536000");
    }

    @Test
    void bindsItsCookiesToThisHost() {
        HttpResponse<String> leave = HALL.browser().get("/sign-in?moved=true");
        assertThat(leave.headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .startsWith("__Host-guildhall-sign-in=")
                        .contains("; Path=/;", "; Secure;")
                        .doesNotContain("Domain"));
        assertThat(leave.headers().firstValue("Location").orElseThrow())
                .startsWith("https://hall.example/id/oauth2/authorize?");
    }

    @Test
    void tellsServicesUnderWhichNameItIsReached() {
        HALL.browser().get("/api/communities");
        assertThat(HALL.community.received().getFirst().header("X-Forwarded-Proto"))
                .isEqualTo("https");
        assertThat(HALL.community.received().getFirst().header("X-Forwarded-Host"))
                .isEqualTo("hall.example");
    }
}
