package io.guildhall.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Decides every request by the rule of its endpoint; what has no endpoint is denied. */
final class Authorization implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String TARGET = Authorization.class.getName();

    private final Endpoints endpoints;
    private final ObjectProvider<Roles> roles;

    Authorization(Endpoints endpoints, ObjectProvider<Roles> roles) {
        this.endpoints = endpoints;
        this.roles = roles;
    }

    /** What was found behind the address of a request that has been decided. */
    static Endpoints.@Nullable Target target(HttpServletRequest request) {
        return (Endpoints.Target) request.getAttribute(TARGET);
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        Endpoints.Target target = endpoints.at(context.getRequest());
        context.getRequest().setAttribute(TARGET, target);
        return new AuthorizationDecision(
                switch (target) {
                    case Endpoints.Target.Ours ours -> allows(ours, authentication);
                    case Endpoints.Target.Framework framework -> true;
                    case Endpoints.Target.Nothing nothing -> false;
                });
    }

    private boolean allows(
            Endpoints.Target.Ours endpoint, Supplier<? extends @Nullable Authentication> authentication) {
        if (endpoint.rule() instanceof Rule.Anybody) {
            return true;
        }
        Optional<Actor> actor = Actor.of(authentication.get());
        return actor.isPresent() && allows(endpoint, actor.get().id());
    }

    private boolean allows(Endpoints.Target.Ours endpoint, String actor) {
        String community = endpoint.communityId();
        return switch (endpoint.rule()) {
            case Rule.Anybody anybody -> true;
            case Rule.AnyActor any -> true;
            case Rule.Holder holder ->
                community != null
                        && roles.getObject()
                                .has(actor, community, holder.roles().toArray(String[]::new));
            case Rule.Operators operators -> roles.getObject().operator(actor);
        };
    }
}
