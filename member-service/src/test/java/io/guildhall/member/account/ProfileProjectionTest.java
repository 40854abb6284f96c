package io.guildhall.member.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.member.account.AccountEvent.AccountLapsed;
import io.guildhall.member.account.AccountEvent.AccountRegistered;
import io.guildhall.member.account.AccountEvent.AccountVerified;
import io.guildhall.member.account.AccountEvent.MailProven;
import io.guildhall.member.account.AccountEvent.PasswordChanged;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import io.guildhall.platform.testing.Servers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class ProfileProjectionTest {

    private static final Instant TOMORROW = Instant.parse("2026-03-02T10:00:00Z");

    private final MongoTemplate mongo = Servers.mongo(ProfileProjectionTest.class);

    @Test
    void showsTheSameWhenEveryEventArrivesTwice() {
        ArrivesTwice.check(
                mongo,
                ProfileProjection::new,
                new History()
                        .own(
                                registered("mem_ada"),
                                registered("mem_eve"),
                                new MailProven("mem_ada", "mad_1"),
                                new AccountVerified("mem_ada"),
                                new PasswordChanged("mem_ada", "crd_2", "crd_1"),
                                new AccountLapsed("mem_eve", "address-taken")));

        assertThat(new Profiles(mongo).verifiedOf("mad_1"))
                .contains(new Profile("mem_ada", "mad_1", "crd_2", "ada@example.org", "Ada", "en", true));
        assertThat(new Profiles(mongo).find("mem_eve")).isEmpty();
    }

    @Test
    void findsPeopleByHowAWordOfTheirNameBegins() {
        ArrivesTwice.check(
                mongo,
                ProfileProjection::new,
                new History()
                        .own(
                                registered("mem_ada", "Ada  Byron"),
                                registered("mem_ana", "Ana-María Adams"),
                                registered("mem_xiaoming", "王小明"),
                                registered("mem_gone", "Adam"),
                                new AccountLapsed("mem_gone", "unverified")));
        var profiles = new Profiles(mongo);
        var all = List.of("mem_ada", "mem_ana", "mem_xiaoming", "mem_gone");

        assertThat(profiles.named(all, "ADA")).containsExactlyInAnyOrder("mem_ada", "mem_ana");
        assertThat(profiles.named(all, "ada byr")).containsExactly("mem_ada");
        assertThat(profiles.named(all, "maría")).containsExactly("mem_ana");
        assertThat(profiles.named(all, "小明")).containsExactly("mem_xiaoming");
        assertThat(profiles.named(all, "王")).containsExactly("mem_xiaoming");
        assertThat(profiles.named(List.of("mem_ana"), "ada")).containsExactly("mem_ana");
        assertThat(List.of("yron", "byron ada", "\u00A0", "\uDBFF\uDFFF"))
                .allSatisfy(nobody -> assertThat(profiles.named(all, nobody)).isEmpty());
    }

    @Test
    void forgetsTheNameOfWhomItForgets() {
        ArrivesTwice.check(
                mongo,
                ProfileProjection::new,
                new History().own(registered("mem_gone"), new AccountLapsed("mem_gone", "unverified")));

        assertThat(mongo.getCollection("profiles").find())
                .singleElement()
                .satisfies(left -> assertThat(left.toJson()).doesNotContainIgnoringCase("ada"));
    }

    private static AccountRegistered registered(String memberId) {
        return registered(memberId, "Ada");
    }

    private static AccountRegistered registered(String memberId, String name) {
        return new AccountRegistered(memberId, "mad_1", "crd_1", "ada@example.org", name, "en", TOMORROW);
    }
}
