package io.guildhall.member.account.web;

import io.guildhall.member.account.Profiles;
import io.guildhall.platform.security.SignedIn;
import io.guildhall.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells the names behind member ids, which no other service keeps. */
@RestController
@RequestMapping("/api/members")
@SignedIn
@Tag(name = "Members")
class MembersController {

    record Member(String memberId, String name) {}

    private final Profiles profiles;

    MembersController(Profiles profiles) {
        this.profiles = profiles;
    }

    @GetMapping
    @Operation(
            summary = "Names of members",
            description = "For any signed-in caller who knows the ids; ids that name nobody are left out.")
    Page<Member> names(@RequestParam @Size(min = 1, max = 100) List<String> ids) {
        return Page.whole(profiles.verified(ids).stream()
                .map(profile -> new Member(profile.memberId(), profile.name()))
                .toList());
    }
}
