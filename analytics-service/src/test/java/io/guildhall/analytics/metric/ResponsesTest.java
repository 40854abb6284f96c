package io.guildhall.analytics.metric;

import static io.guildhall.analytics.metric.Numbers.MARCH;
import static io.guildhall.analytics.metric.Numbers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.analytics.Story;
import io.guildhall.analytics.lake.TestLake;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who was asked: a share of answers says little if few answered. */
class ResponsesTest {

    @TempDir
    Path folder;

    private final Story story = new Story();

    @Test
    void couldAnswerWhileTheSurveyWasOpen() throws Exception {
        story.at("2026-02-01T00:00:00Z").joins("mem_gone").joins("mem_1").joins("mem_2");
        story.at("2026-03-02T00:00:00Z").leaves("mem_gone");
        story.at("2026-03-05T00:00:00Z").opensSurvey().answers("mem_1", 4).answers("mem_buyer", 4);
        story.at("2026-03-10T00:00:00Z").closesSurvey();
        story.at("2026-03-15T00:00:00Z").joins("mem_late");

        assertThat(answer(reader(), "satisfaction", MARCH).responses())
                .isEqualTo(new MetricAnswer.Responses(3, new BigDecimal("0.6667"))); // mem_1, mem_2, mem_buyer
    }

    @Test
    void isAskedInEveryWindowInWhichTheSurveyIsOpen() throws Exception {
        story.at("2026-02-01T00:00:00Z").joins("mem_1").joins("mem_2").opensSurvey();
        story.at("2026-02-05T00:00:00Z").answers("mem_1", 4);
        MetricReader reader = reader();

        MetricAnswer silent = answer(reader, "satisfaction", MARCH);
        assertThat(silent.value()).isNull();
        assertThat(silent.responses()).isEqualTo(new MetricAnswer.Responses(2, new BigDecimal("0.0000")));
        assertThat(answer(reader, "churn", MARCH).responses()).isNull();
    }

    @Test
    void mayBeNobody() throws Exception {
        assertThat(answer(reader(), "satisfaction", MARCH).responses()).isEqualTo(new MetricAnswer.Responses(0, null));
    }

    private MetricReader reader() throws Exception {
        return new MetricReader(TestLake.of(folder, story.events()));
    }
}
