package io.guildhall.community.channel;

import static org.awaitility.Awaitility.await;

import io.guildhall.community.ChatTest;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.testing.TestIssuer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ChannelServiceTest extends ChatTest {

    @Autowired
    ChannelServiceTest(TestIssuer issuer) {
        super(issuer);
    }

    @Test
    void theListSaysWhatTheCallerMayUseAndWhatWouldOpenTheRest() {
        String membersOnly = openChannel("members");
        String open = openChannel("public");

        ada.get(channels)
                .expectBody()
                .jsonPath("$.items[0].channelId")
                .isEqualTo(membersOnly)
                .jsonPath("$.items[0].usable")
                .isEqualTo(false)
                .jsonPath("$.items[0].opens[0]")
                .isEqualTo("channel:" + membersOnly)
                .jsonPath("$.items[0].opens[1]")
                .isEqualTo("channel:*")
                .jsonPath("$.items[1].channelId")
                .isEqualTo(open)
                .jsonPath("$.items[1].usable")
                .isEqualTo(true);

        members.grant(Ids.next("grt"), ada.id(), community, "channel:*", clock.instant(), null);
        await().untilAsserted(() -> ada.get(channels)
                .expectBody()
                .jsonPath("$.items[0].usable")
                .isEqualTo(true)
                .jsonPath("$.items[0].opens")
                .isEmpty());
        owner.get(channels).expectBody().jsonPath("$.items[0].usable").isEqualTo(true);
        nobody.get(channels).expectStatus().isUnauthorized();
    }

    @Test
    void ownersRenameAndCloseAndNobodyElse() {
        String channel = channels + "/" + openChannel("public");

        ada.put(channel, Map.of("name", "Mine")).expectStatus().isForbidden();
        ada.post(channel + "/closure").expectStatus().isForbidden();
        owner.put(channel, Map.of("name", "Small talk")).expectStatus().isNoContent();
        await().untilAsserted(
                        () -> ada.get(channel).expectBody().jsonPath("$.name").isEqualTo("Small talk"));

        owner.post(channel + "/closure").expectStatus().isNoContent();
        await().untilAsserted(
                        () -> ada.get(channel).expectBody().jsonPath("$.closed").isEqualTo(true));
        owner.put(channel, Map.of("name", "Other")).expectStatus().isEqualTo(409);
        ada.post(channel + "/messages", Map.of("localId", "a", "body", "Late"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("channel-is-closed");
        ada.get(channel + "/messages").expectStatus().isOk();
    }

    @Test
    void badInputIsRefused() {
        owner.post(channels, Map.of("name", " ")).expectStatus().isEqualTo(422);
        owner.post(channels, Map.of("name", "x".repeat(81))).expectStatus().isEqualTo(422);
        owner.post(channels, Map.of("name", "x", "audience", "all"))
                .expectStatus()
                .isEqualTo(422);
        owner.post(channels, Map.of("name", "x", "title", "y")).expectStatus().isEqualTo(400);
        ada.post(channels, Map.of("name", "x")).expectStatus().isForbidden();
        ada.get(channels + "/chn_unknown").expectStatus().isNotFound();
    }
}
