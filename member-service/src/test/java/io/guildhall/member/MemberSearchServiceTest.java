package io.guildhall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.member.Browser.Reply;
import io.guildhall.member.membership.MembershipCommand.EndTerms;
import io.guildhall.member.membership.MembershipCommand.RunTerm;
import io.guildhall.member.membership.MembershipId;
import io.guildhall.platform.id.Ids;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How owners find people of their community, and nobody else. */
class MemberSearchServiceTest extends ServiceTest {

    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-04-01T00:00:00Z");

    private final String communityId = Ids.next("com");
    private final String members = "/api/communities/" + communityId + "/members?";

    @Test
    void findsMembersByNameAddressAndId() {
        Browser owner = owner(communityId);
        String mail = newMail();
        String xiaoming = joined(communityId, member(mail, "王小明"));
        String minerva = joined(communityId, member(newMail(), "Minerva Ming"));
        joined(Ids.next("com"), member(newMail(), "Minnie Elsewhere"));
        awaitFound(owner, "", minerva, xiaoming);
        awaitFound(owner, "q=" + Browser.encode(mail), xiaoming);

        assertThat(found(owner, "q=min")).containsExactly(minerva);
        assertThat(found(owner, "q=MING")).containsExactly(minerva);
        assertThat(found(owner, "q=" + Browser.encode("小明"))).containsExactly(xiaoming);
        assertThat(found(owner, "q=" + minerva)).containsExactly(minerva);
        assertThat(found(owner, "q=inerva")).isEmpty();
        assertThat(found(owner, "memberId=" + minerva)).containsExactly(minerva);
    }

    @Test
    void tellsActiveMembersFromFormerOnes() {
        Browser owner = owner(communityId);
        String stays = joined(communityId, member(newMail(), "Robin Stay"));
        String leaves = joined(communityId, member(newMail(), "Robin Leave"));
        send(new EndTerms(MembershipId.of(communityId, leaves), "sub_" + leaves, UNTIL));
        awaitFound(owner, "state=former", leaves);
        awaitFound(owner, "state=active", stays);

        assertThat(found(owner, "q=robin")).containsExactlyInAnyOrder(stays, leaves);
        assertThat(found(owner, "q=robin&state=active")).containsExactly(stays);
        assertThat(found(owner, "q=" + leaves + "&state=active")).isEmpty();
    }

    @Test
    void pagesWhatItFinds() {
        Browser owner = owner(communityId);
        List<String> all = List.of(
                joined(communityId, member(newMail(), "Pat One")), joined(communityId, member(newMail(), "Pat Two")));
        awaitFound(owner, "", all.toArray(String[]::new));

        JsonNode first = owner.get(members + "q=pat&limit=1").json();
        JsonNode second = owner.get(members + "q=pat&limit=1&after="
                        + first.path("page").path("next").asString())
                .json();

        assertThat(first.path("page").path("hasMore").asBoolean()).isTrue();
        assertThat(second.path("page").path("hasMore").asBoolean()).isFalse();
        assertThat(List.of(
                        first.path("items").path(0).path("memberId").asString(),
                        second.path("items").path(0).path("memberId").asString()))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void findsAnybodyByIdButOnlyMembersByAddress() {
        Browser owner = owner(communityId);
        String mail = newMail();
        String memberId = member(mail);
        awaitFound(owner, "q=" + memberId, memberId);

        JsonNode entry =
                owner.get(members + "q=" + memberId).json().path("items").path(0);
        assertThat(entry.path("active").asBoolean(true)).isFalse();
        assertThat(entry.path("joinedAt").isNull()).isTrue();
        assertThat(found(owner, "q=" + Browser.encode(mail))).isEmpty();
        assertThat(found(owner, "q=" + memberId + "&state=former")).isEmpty();
        assertThat(found(owner, "q=" + Ids.next("mem"))).isEmpty();
    }

    @Test
    void refusesWhatItCannotLookForAndWhoMayNot() {
        Browser owner = owner(communityId);
        String mail = newMail();
        member(mail);

        for (String bad : List.of("q=%20", "q=" + "x".repeat(255), "state=lost", "limit=0")) {
            Reply refused = owner.get(members + bad);
            assertThat(refused.status()).as(bad).isEqualTo(422);
            assertThat(refused.json().path("errors").path(0).path("pointer").asString())
                    .endsWith("/" + bad.split("=")[0]);
        }
        assertThat(program(mail).get(members + "q=ada").status()).isEqualTo(403);
    }

    private String joined(String where, String memberId) {
        send(RunTerm.of(where, memberId, "sub_" + memberId, FROM, UNTIL));
        return memberId;
    }

    private void awaitFound(Browser owner, String asked, String... memberIds) {
        await().untilAsserted(() -> assertThat(found(owner, asked)).containsExactlyInAnyOrder(memberIds));
    }

    private List<String> found(Browser owner, String asked) {
        return owner.get(members + asked)
                .json()
                .path("items")
                .valueStream()
                .map(each -> each.path("memberId").asString())
                .toList();
    }
}
