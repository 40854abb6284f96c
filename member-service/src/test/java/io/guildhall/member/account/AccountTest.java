package io.guildhall.member.account;

import io.guildhall.member.account.AccountCommand.ChangePassword;
import io.guildhall.member.account.AccountCommand.LapseAccount;
import io.guildhall.member.account.AccountCommand.ProveMail;
import io.guildhall.member.account.AccountCommand.RegisterAccount;
import io.guildhall.member.account.AccountCommand.VerifyAccount;
import io.guildhall.member.account.AccountCommand.YieldAccount;
import io.guildhall.member.account.AccountEvent.AccountLapsed;
import io.guildhall.member.account.AccountEvent.AccountRegistered;
import io.guildhall.member.account.AccountEvent.AccountVerified;
import io.guildhall.member.account.AccountEvent.MailProven;
import io.guildhall.member.account.AccountEvent.PasswordChanged;
import io.guildhall.platform.testing.AggregateFixtures;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final Instant TOMORROW = Instant.parse("2026-03-02T10:00:00Z");
    private static final RegisterAccount REGISTER =
            new RegisterAccount("mem_ada", "mad_ada", "crd_1", "ada@example.org", "Ada", "en", TOMORROW);
    private static final AccountRegistered REGISTERED =
            new AccountRegistered("mem_ada", "mad_ada", "crd_1", "ada@example.org", "Ada", "en", TOMORROW);
    private static final MailProven PROVEN = new MailProven("mem_ada", "mad_ada");
    private static final AccountVerified VERIFIED = new AccountVerified("mem_ada");

    private final FixtureConfiguration<Account> account = new AggregateTestFixture<>(Account.class);

    @Test
    void registers() {
        account.givenNoPriorActivity().when(REGISTER).expectEvents(REGISTERED);
    }

    @Test
    void registersOnce() {
        account.given(REGISTERED)
                .when(REGISTER)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void needsNoProofWhereNoneIsAsked() {
        account.givenNoPriorActivity()
                .when(new RegisterAccount("mem_ada", "mad_ada", "crd_1", "ada@example.org", "Ada", "en", null))
                .expectEvents(
                        new AccountRegistered("mem_ada", "mad_ada", "crd_1", "ada@example.org", "Ada", "en", null),
                        PROVEN);
    }

    @Test
    void isProvenByTheLinkInTheMail() {
        account.given(REGISTERED).when(new ProveMail("mem_ada", TOMORROW)).expectEvents(PROVEN);
    }

    @Test
    void refusesALateLink() {
        account.given(REGISTERED)
                .when(new ProveMail("mem_ada", TOMORROW.plusSeconds(1)))
                .expectException(VerificationExpired.class)
                .expectNoEvents();
    }

    @Test
    void refusesALinkThatWasUsed() {
        account.given(REGISTERED, PROVEN)
                .when(new ProveMail("mem_ada", TOMORROW))
                .expectException(VerificationExpired.class);
    }

    @Test
    void refusesALinkOnceItHasLapsed() {
        account.given(REGISTERED, new AccountLapsed("mem_ada", "unverified"))
                .when(new ProveMail("mem_ada", TOMORROW))
                .expectException(VerificationExpired.class);
    }

    @Test
    void isVerifiedOnceItsAddressIsClaimed() {
        account.given(REGISTERED, PROVEN).when(new VerifyAccount("mem_ada")).expectEvents(VERIFIED);
    }

    @Test
    void isNotVerifiedWithoutProof() {
        account.given(REGISTERED).when(new VerifyAccount("mem_ada")).expectNoEvents();
    }

    @Test
    void lapsesWhenNobodyProvesTheMail() {
        account.given(REGISTERED)
                .when(new LapseAccount("mem_ada"))
                .expectEvents(new AccountLapsed("mem_ada", "unverified"));
    }

    @Test
    void doesNotLapseWhileItsClaimIsOnItsWay() {
        account.given(REGISTERED, PROVEN).when(new LapseAccount("mem_ada")).expectNoEvents();
    }

    @Test
    void yieldsToWhoeverProvedTheMailFirst() {
        account.given(REGISTERED, PROVEN)
                .when(new YieldAccount("mem_ada"))
                .expectEvents(new AccountLapsed("mem_ada", "address-taken"));
    }

    @Test
    void neverYieldsOnceVerified() {
        account.given(REGISTERED, PROVEN, VERIFIED)
                .when(new YieldAccount("mem_ada"))
                .expectNoEvents();
    }

    @Test
    void changesThePasswordAndNamesTheFormerOne() {
        account.given(REGISTERED, PROVEN, VERIFIED, new PasswordChanged("mem_ada", "crd_2", "crd_1"))
                .when(new ChangePassword("mem_ada", "crd_3"))
                .expectEvents(new PasswordChanged("mem_ada", "crd_3", "crd_2"));
    }

    @Test
    void refusesToChangeThePasswordOfAnUnverifiedAccount() {
        account.given(REGISTERED)
                .when(new ChangePassword("mem_ada", "crd_2"))
                .expectException(AccountNotVerified.class);
    }

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(Account.class, REGISTERED, PROVEN, VERIFIED);
    }
}
