package io.guildhall.member;

import io.guildhall.member.account.AccountEvent.AccountLapsed;
import io.guildhall.member.account.AccountEvent.AccountRegistered;
import io.guildhall.member.account.AccountEvent.AccountVerified;
import io.guildhall.member.account.AccountEvent.MailProven;
import io.guildhall.member.account.AccountEvent.PasswordChanged;
import io.guildhall.member.address.MailAddressEvent.MailAddressClaimRefused;
import io.guildhall.member.address.MailAddressEvent.MailAddressClaimed;
import io.guildhall.member.grant.GrantEvent.GrantEnded;
import io.guildhall.member.grant.GrantEvent.GrantGranted;
import io.guildhall.member.key.AccessKeyEvent.AccessKeyCreated;
import io.guildhall.member.key.AccessKeyEvent.AccessKeyEnded;
import io.guildhall.member.membership.MembershipEvent.MembershipActivated;
import io.guildhall.member.membership.MembershipEvent.MembershipChurned;
import io.guildhall.member.membership.MembershipEvent.MembershipJoined;
import io.guildhall.member.membership.MembershipEvent.MembershipRenewed;
import io.guildhall.member.membership.MembershipEvent.MembershipReturned;
import io.guildhall.member.membership.MembershipEvent.SubscriptionLeft;
import io.guildhall.member.notice.About;
import io.guildhall.member.notice.NoticeEvent.NoticeGiven;
import io.guildhall.member.notice.NoticeEvent.NoticeRead;
import io.guildhall.member.notice.NoticeKind;
import io.guildhall.member.notice.NoticesReadUpTo;
import io.guildhall.member.role.RoleEvent.RoleGranted;
import io.guildhall.member.role.RoleEvent.RoleWithdrawn;
import io.guildhall.member.setup.InstallationSetUp;
import io.guildhall.platform.testing.contract.Contracts;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ContractsTest {

    private static final String ADA = "mem_0198c0de000070008000000000000001";
    private static final String ADDRESS = "mad_0198c0de000080008000000000000002";
    private static final String CREDENTIAL = "crd_0198c0de000070008000000000000003";
    private static final String COMMUNITY = "com_0198c0de000070008000000000000004";
    private static final String ROLE = "rol_0198c0de000080008000000000000005";
    private static final String GRANT = "grt_0198c0de000070008000000000000006";
    private static final String KEY = "tok_0198c0de000070008000000000000007";
    private static final String COURSE = "course:crs_0198c0de000070008000000000000008";
    private static final String MEMBERSHIP = "mbs_0198c0de00008000800000000000000a";
    private static final String SUBSCRIPTION = "sub_0198c0de00007000800000000000000b";
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final String ORDER = "ord_0198c0de00007000800000000000000c";
    private static final String NOTICE = "ntc_0198c0de00008000800000000000000d";
    private static final String MARK = "nmk_0198c0de00008000800000000000000e";
    private static final Instant MARCH = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T10:00:00Z");

    @TestFactory
    Stream<DynamicTest> keepsItsContracts() {
        return Contracts.of("io.guildhall.member")
                .with(
                        new AccountRegistered(ADA, ADDRESS, CREDENTIAL, "ada@example.org", "Ada Byron", "en", MARCH),
                        new MailProven(ADA, ADDRESS),
                        new AccountVerified(ADA),
                        new AccountLapsed(ADA, "unverified"),
                        new PasswordChanged(ADA, "crd_0198c0de000070008000000000000009", CREDENTIAL),
                        new MailAddressClaimed(ADDRESS, ADA),
                        new MailAddressClaimRefused(ADDRESS, ADA),
                        new RoleGranted(ROLE, COMMUNITY, ADA, "owner", "founded"),
                        new RoleWithdrawn(ROLE, COMMUNITY, ADA, "owner", "by an owner"),
                        new GrantGranted(GRANT, COMMUNITY, ADA, COURSE, "manual", MARCH, APRIL, "won a prize"),
                        new GrantEnded(GRANT, COMMUNITY, ADA, COURSE, APRIL, "refunded", ORDER),
                        new MembershipJoined(MEMBERSHIP, COMMUNITY, ADA, MARCH),
                        new MembershipReturned(MEMBERSHIP, COMMUNITY, ADA, MARCH),
                        new MembershipActivated(MEMBERSHIP, COMMUNITY, ADA, SUBSCRIPTION, MARCH, APRIL),
                        new MembershipRenewed(MEMBERSHIP, COMMUNITY, ADA, SUBSCRIPTION, MARCH, APRIL),
                        new SubscriptionLeft(MEMBERSHIP, COMMUNITY, ADA, SUBSCRIPTION, APRIL),
                        new MembershipChurned(MEMBERSHIP, COMMUNITY, ADA, APRIL),
                        new NoticeGiven(NOTICE, COMMUNITY, ADA, NoticeKind.REFUNDED, About.money(ORDER, 2900, "CNY")),
                        new NoticeRead(NOTICE, COMMUNITY, ADA),
                        new NoticesReadUpTo(MARK, ADA, APRIL),
                        new AccessKeyCreated(KEY, ADA, "laptop", HASH, APRIL),
                        new AccessKeyEnded(KEY, ADA),
                        new InstallationSetUp(
                                ADA, ADDRESS, CREDENTIAL, "ada@example.org", "Ada Byron", KEY, HASH, APRIL))
                .tests();
    }
}
