package io.guildhall.course.authoring.web;

import io.guildhall.course.authoring.Editor;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.Roles;
import org.springframework.stereotype.Component;

/** Tells in what role a caller works on the courses of a community. */
@Component
class Editors {

    private final Roles roles;

    Editors(Roles roles) {
        this.roles = roles;
    }

    Editor of(Actor actor, String communityId) {
        return new Editor(actor.id(), roles.has(actor.id(), communityId, "owner"));
    }
}
