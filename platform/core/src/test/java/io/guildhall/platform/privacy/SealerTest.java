package io.guildhall.platform.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SealerTest {

    private static final String OLD = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String NEW = "YWJjZGVmZ2hpamFiY2RlZmdoaWphYmNkZWZnaGlqYWI=";
    private static final byte[] SECRET = "a client's secret".getBytes(UTF_8);

    private final Sealer sealer = sealer(OLD);

    @Test
    void opensWhatItSealed() {
        assertThat(sealer.open(sealer.seal(SECRET, "client/1"), "client/1")).isEqualTo(SECRET);
    }

    @Test
    void sealsTheSameTwiceDifferently() {
        assertThat(sealer.seal(SECRET, "client/1")).isNotEqualTo(sealer.seal(SECRET, "client/1"));
    }

    @Test
    void doesNotOpenInAnotherPlace() {
        byte[] sealed = sealer.seal(SECRET, "client/1");

        assertThatThrownBy(() -> sealer.open(sealed, "client/2")).isInstanceOf(NotSealedHere.class);
    }

    @Test
    void doesNotOpenChangedOrShortenedBytes() {
        byte[] changed = sealer.seal(SECRET, "client/1");
        changed[20] ^= 1;

        assertThatThrownBy(() -> sealer.open(changed, "client/1")).isInstanceOf(NotSealedHere.class);
        assertThatThrownBy(() -> sealer.open(new byte[] {1, 2}, "client/1")).isInstanceOf(NotSealedHere.class);
        assertThatThrownBy(() -> sealer.open(new byte[0], "client/1")).isInstanceOf(NotSealedHere.class);
    }

    @Test
    void opensWithTheOldKeyAndSealsWithTheNew() {
        byte[] sealedByOld = sealer.seal(SECRET, "client/1");
        Sealer rotated = sealer("2:" + NEW + "\n1:" + OLD);

        assertThat(rotated.open(sealedByOld, "client/1")).isEqualTo(SECRET);
        assertThat(rotated.stale(sealedByOld)).isTrue();
        byte[] sealedByNew = rotated.seal(SECRET, "client/1");
        assertThat(rotated.stale(sealedByNew)).isFalse();
        assertThatThrownBy(() -> sealer.open(sealedByNew, "client/1")).isInstanceOf(MasterKeyUnusable.class);
    }

    private static Sealer sealer(String lines) {
        return new Sealer(MasterKeys.parse("test", lines));
    }
}
