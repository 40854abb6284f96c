package io.guildhall.community.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.community.survey.ReplyEvent.SurveyAnswered;
import io.guildhall.community.survey.SurveyEvent.SurveyClosed;
import io.guildhall.community.survey.SurveyEvent.SurveyOpened;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import io.guildhall.platform.testing.Servers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class SurveyProjectionTest {

    private final MongoTemplate mongo = Servers.mongo(SurveyProjectionTest.class);

    @Test
    void showsTheSameWhenEveryEventArrivesTwice() {
        ArrivesTwice.check(
                mongo,
                SurveyProjection::new,
                new History()
                        .own(
                                new SurveyOpened("srv_1", "com_1", "Would you recommend us?"),
                                new SurveyAnswered("rpl_ada", "srv_1", "com_1", "mem_ada", 1),
                                new SurveyAnswered("rpl_bob", "srv_1", "com_1", "mem_bob", 5),
                                new SurveyAnswered("rpl_ada", "srv_1", "com_1", "mem_ada", 5),
                                new SurveyClosed("srv_1", "com_1")));

        var surveys = new Surveys(mongo);
        assertThat(surveys.find("com_1", "srv_1"))
                .contains(new SurveyEntry("srv_1", "com_1", 1, "Would you recommend us?", true));
        assertThat(surveys.find("com_2", "srv_1")).isEmpty();
        assertThat(surveys.scores("srv_1")).isEqualTo(Map.of(5, 2L));
    }
}
