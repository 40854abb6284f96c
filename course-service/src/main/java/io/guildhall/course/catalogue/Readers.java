package io.guildhall.course.catalogue;

import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.Roles;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells in what role a caller looks at the courses of a community. */
@Component
public class Readers {

    private static final String OWNER = "owner";
    private static final String AUTHOR = "author";

    private final Roles roles;

    Readers(Roles roles) {
        this.roles = roles;
    }

    /** Who is no longer an author sees even courses of their own as everybody does. */
    public Reader of(Optional<Actor> actor, String communityId) {
        return actor.filter(known -> roles.has(known.id(), communityId, OWNER, AUTHOR))
                .map(known -> new Reader(known.id(), roles.has(known.id(), communityId, OWNER)))
                .orElseGet(() -> new Reader(null, false));
    }
}
