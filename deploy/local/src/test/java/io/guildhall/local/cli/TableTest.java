package io.guildhall.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void linesUpColumnsBehindSignsThatTakeTwoPlaces() {
        assertThat(new Table().row("name", "n").row("消息", "1").row("five5", "2").lines())
                .containsExactly("name   n", "消息   1", "five5  2");
    }
}
