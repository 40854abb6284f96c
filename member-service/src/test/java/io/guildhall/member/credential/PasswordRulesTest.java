package io.guildhall.member.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.member.credential.WeakPassword.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fifteen letters",
                "長い合言葉は安全ですよね本当に十五",
                "a sentence of sixty-four signs, with Unicode: naïve façade – ½ ✓ done",
                "                x"
            })
    void acceptsAnySignsOfFifteenAndMore(String password) {
        assertThatCode(() -> rules.check(password, "ada@example.org", "Ada Byron"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "fourteen signs, SHORT",
        "Password Password, KNOWN",
        "correct-horse-battery-staple, KNOWN",
        "aaaaaaaaaaaaaaaaaaaa, KNOWN",
        "xyz9xyz9xyz9xyz9xyz, KNOWN",
        "my Guildhall is great, NAMES",
        "lovelace is my name!, NAMES",
        "who is ada byron at all, NAMES"
    })
    void refusesWhatAttackersTryFirst(String password, Reason reason) {
        assertThatThrownBy(() -> rules.check(password, "lovelace@example.org", "Ada Byron"))
                .isInstanceOfSatisfying(
                        WeakPassword.class, weak -> assertThat(weak.reason()).isEqualTo(reason));
    }

    @Test
    void refusesWhatWouldTakeTooLongToHash() {
        String password = "0123456789abcdefghijklmnopqrstuvwxyz+-".repeat(7);
        assertThatThrownBy(() -> rules.check(password, "ada@example.org", "Ada"))
                .isInstanceOfSatisfying(
                        WeakPassword.class, weak -> assertThat(weak.reason()).isEqualTo(Reason.LONG));
    }
}
