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

    private static AccountRegistered registered(String memberId) {
        return new AccountRegistered(memberId, "mad_1", "crd_1", "ada@example.org", "Ada", "en", TOMORROW);
    }
}
