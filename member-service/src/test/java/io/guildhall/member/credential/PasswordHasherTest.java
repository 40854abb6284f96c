package io.guildhall.member.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHasherTest {

    private final PasswordHasher hasher = new PasswordHasher();

    @Test
    void takesTheMemoryAndTheRoundsThatItPromises() {
        String hash = hasher.hash("a long enough sentence");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hasher.matches("a long enough sentence", hash)).isTrue();
        assertThat(hasher.matches("another long sentence", hash)).isFalse();
        assertThat(hasher.hash("a long enough sentence")).isNotEqualTo(hash);
    }
}
