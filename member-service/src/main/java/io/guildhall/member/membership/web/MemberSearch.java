package io.guildhall.member.membership.web;

import io.guildhall.member.account.Profile;
import io.guildhall.member.account.Profiles;
import io.guildhall.member.address.MailAddresses;
import io.guildhall.member.membership.roster.Roster;
import io.guildhall.member.membership.roster.RosterEntry;
import io.guildhall.member.membership.roster.RosterState;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds members of a community by what one knows of them. Anybody may found a community, so an address finds its members
 * alone: nobody learns here whether another address has an account.
 */
@Component
class MemberSearch {

    private final Roster roster;
    private final Profiles profiles;
    private final MailAddresses addresses;

    MemberSearch(Roster roster, Profiles profiles, MailAddresses addresses) {
        this.roster = roster;
        this.profiles = profiles;
        this.addresses = addresses;
    }

    /** @param wanted a member's id, a mail address, or how a word of the name begins */
    Page<RosterEntry> find(String communityId, String wanted, @Nullable RosterState state, PageQuery page) {
        String text = wanted.strip();
        if (Ids.isId("mem", text)) {
            return byId(communityId, text, state, page);
        }
        if (text.contains("@")) {
            List<String> whose = profiles.verifiedOf(addresses.idOf(text)).map(Profile::memberId).stream()
                    .toList();
            return roster.in(communityId, whose, state, page);
        }
        return roster.sifted(communityId, members -> named(members, text), state, page);
    }

    private Page<RosterEntry> byId(String communityId, String memberId, @Nullable RosterState state, PageQuery page) {
        Page<RosterEntry> members = roster.in(communityId, List.of(memberId), state, page);
        boolean isNone = members.items().isEmpty() && state == null && page.after() == null;
        return isNone && profiles.isVerified(memberId)
                ? Page.whole(List.of(RosterEntry.none(communityId, memberId)))
                : members;
    }

    private List<RosterEntry> named(List<RosterEntry> members, String beginning) {
        Set<String> named =
                profiles.named(members.stream().map(RosterEntry::memberId).toList(), beginning);
        return members.stream().filter(it -> named.contains(it.memberId())).toList();
    }
}
