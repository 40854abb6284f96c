package io.guildhall.course.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTimeTest {

    @ParameterizedTest(name = "{1} times {0}: {2} s")
    @CsvSource({"word, 100, 15", "<b>word</b>, 100, 15", "字, 100, 8", "字 word, 100, 23", "word, 10000, 30", "word, 0, 0"
    })
    void isHalfTheTimeOfReadingAndHalfAMinuteAtMost(String text, int times, int seconds) {
        assertThat(ReadingTime.enough((text + " ").repeat(times))).isEqualTo(seconds);
    }
}
