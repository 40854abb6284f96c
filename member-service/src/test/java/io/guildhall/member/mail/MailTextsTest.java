package io.guildhall.member.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class MailTextsTest {

    private static final String LINK = "https://hall.example/communities/com_1/checkout/off_1";
    private static final Instant END = Instant.parse("2026-04-30T10:00:00Z");

    private final MailTexts texts = new MailTexts();

    @ParameterizedTest
    @EnumSource
    void everyMailIsWrittenInBothLanguages(MailKind kind) {
        Letter english = write(kind, "en");
        Letter chinese = write(kind, "zh-CN");

        assertThat(english.text()).contains(LINK).doesNotContain("{").doesNotContainPattern("[\u4e00-\u9fff]");
        assertThat(chinese.text()).contains(LINK).doesNotContain("{").containsPattern("[\u4e00-\u9fff]");
        assertThat(chinese.subject()).containsPattern("[\u4e00-\u9fff]").isNotEqualTo(english.subject());
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"RENEWAL_FAILED", "SUBSCRIPTION_ENDED"})
    void mailsAboutATermSayWhereAndWhenInWhichZone(MailKind kind) {
        assertThat(write(kind, "en").text()).contains("“A hall”").containsPattern("April 30, 2026.*10:00.AM UTC");
        assertThat(write(kind, "zh-CN").text()).contains("“A hall”").containsPattern("2026年4月30日.*10:00 UTC");
    }

    private Letter write(MailKind kind, String language) {
        return texts.write(new Mail("evt_1", kind, "ada@example.org", language, "Ada", LINK, List.of("A hall", END)));
    }
}
