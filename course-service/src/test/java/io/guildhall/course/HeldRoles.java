package io.guildhall.course;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import io.guildhall.platform.security.Roles;
import java.util.Arrays;

/** Lets a mock of {@link Roles} tell who holds what. */
public final class HeldRoles {

    private HeldRoles() {}

    public static void give(Roles roles, String memberId, String communityId, String held) {
        when(roles.has(eq(memberId), eq(communityId), any(String[].class)))
                .thenAnswer(call -> Arrays.stream(call.getArguments()).skip(2).anyMatch(held::equals));
    }
}
