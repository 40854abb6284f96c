package io.guildhall.member.membership.policy;

import io.guildhall.member.membership.MembershipCommand.RunTerm;
import io.guildhall.member.membership.inbox.TermActivated;
import io.guildhall.member.membership.inbox.TermRenewed;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import org.axonframework.eventhandling.EventHandler;

/** Whoever pays for a term is a member while it runs; one that is paid ahead renews when it begins. */
@Policy(WhenTermBeginsThenRunTerm.NAME)
class WhenTermBeginsThenRunTerm {

    static final String NAME = "when-term-begins-then-run-term";

    private final Commands commands;

    WhenTermBeginsThenRunTerm(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(TermActivated term, Fact fact) {
        commands.send(
                RunTerm.of(
                        term.communityId(), term.memberId(), term.subscriptionId(), term.termStart(), term.termEnd()),
                fact,
                NAME);
    }

    @EventHandler
    void on(TermRenewed term, Fact fact) {
        commands.send(
                RunTerm.of(
                        term.communityId(), term.memberId(), term.subscriptionId(), term.termStart(), term.termEnd()),
                fact.validFrom(term.termStart()),
                NAME);
    }
}
