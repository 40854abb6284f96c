package io.guildhall.billing.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxSignatureTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final byte[] BODY = "{\"id\": \"evt_1\"}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNED = SandboxSignature.sign("secret", NOW, BODY);

    @Test
    void isGoodFor300Seconds() {
        assertThat(SandboxSignature.good("secret", NOW.plusSeconds(300), BODY, SIGNED))
                .isTrue();
        assertThat(SandboxSignature.good("secret", NOW.plusSeconds(301), BODY, SIGNED))
                .isFalse();
        assertThat(SandboxSignature.good("secret", NOW.minusSeconds(301), BODY, SIGNED))
                .isFalse();
    }

    @Test
    void isOfThisBodyThisSecretAndThisTime() {
        byte[] other = "{\"id\": \"evt_2\"}".getBytes(StandardCharsets.UTF_8);
        String later = SIGNED.replace("t=" + NOW.getEpochSecond(), "t=" + (NOW.getEpochSecond() + 1));

        assertThat(SandboxSignature.good("secret", NOW, other, SIGNED)).isFalse();
        assertThat(SandboxSignature.good("another", NOW, BODY, SIGNED)).isFalse();
        assertThat(SandboxSignature.good("secret", NOW, BODY, later)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "t=1", "v1=00", "t=,v1=", "t=99999999999999,v1=00"})
    void refusesWhatIsNoSignature(String header) {
        assertThat(SandboxSignature.good("secret", NOW, BODY, header)).isFalse();
    }
}
