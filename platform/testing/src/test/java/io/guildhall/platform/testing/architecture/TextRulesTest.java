package io.guildhall.platform.testing.architecture;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextRulesTest {

    @Test
    void acceptsRefusalsThatAreTold() {
        assertThatCode(() -> TextRules.check("io.guildhall.platform.sample")).doesNotThrowAnyException();
    }

    @Test
    void findsARefusalWithoutTexts() {
        assertThatThrownBy(() -> TextRules.check("io.guildhall.platform.testing.architecture.untold"))
                .hasMessageContaining("no-words.title (en)")
                .hasMessageContaining("no-words.detail (zh-CN)");
    }
}
