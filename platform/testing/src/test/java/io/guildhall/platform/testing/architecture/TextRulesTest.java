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
        assertThatThrownBy(() -> TextRules.check("io.guildhall.tryout"))
                .hasMessageContaining("no-coins.title (en)")
                .hasMessageContaining("no-coins.detail (zh-CN)");
    }
}
