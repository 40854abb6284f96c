package io.guildhall.community.survey;

import static org.awaitility.Awaitility.await;

import io.guildhall.community.ChatTest;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.testing.Client;
import io.guildhall.platform.testing.TestIssuer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SurveyServiceTest extends ChatTest {

    private final String surveys = "/api/communities/" + community + "/surveys";

    @Autowired
    SurveyServiceTest(TestIssuer issuer) {
        super(issuer);
    }

    @Test
    void aMembersLastAnswerCounts() {
        String survey = surveys + "/"
                + Client.body(owner.post(surveys, Map.of("question", "Would you recommend us?")))
                        .path("surveyId")
                        .asString();
        members.grant(Ids.next("grt"), ada.id(), community, "course:*", clock.instant(), null);
        await().untilAsserted(() ->
                ada.put(survey + "/answer", Map.of("score", 2)).expectStatus().isNoContent());
        ada.put(survey + "/answer", Map.of("score", 4)).expectStatus().isNoContent();
        ada.put(survey + "/answer", Map.of("score", 6)).expectStatus().isEqualTo(422);
        ada.put(survey + "/answer", Map.of()).expectStatus().isEqualTo(422);
        bob.put(survey + "/answer", Map.of("score", 1)).expectStatus().isForbidden();
        ada.post(surveys, Map.of("question", "And me?")).expectStatus().isForbidden();

        ada.get(survey + "/results").expectStatus().isForbidden();
        await().untilAsserted(() -> owner.get(survey + "/results").expectBody().json("{\"scores\": {\"4\": 1}}"));
        ada.get(surveys).expectBody().jsonPath("$.items[0].myScore").isEqualTo(4);
        owner.get(surveys).expectBody().jsonPath("$.items[0].myScore").isEqualTo(null);

        owner.post(survey + "/closure").expectStatus().isNoContent();
        await().untilAsserted(() ->
                ada.get(surveys).expectBody().jsonPath("$.items[0].closed").isEqualTo(true));
        ada.put(survey + "/answer", Map.of("score", 5)).expectStatus().isEqualTo(409);
        ada.put(survey.replace(community, Ids.next("com")) + "/answer", Map.of("score", 5))
                .expectStatus()
                .isNotFound();
    }
}
