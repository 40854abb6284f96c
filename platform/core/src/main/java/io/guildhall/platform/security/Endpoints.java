package io.guildhall.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Our endpoints and their rules. The service does not start while one of them has none. */
final class Endpoints implements SmartInitializingSingleton {

    /** What is behind an address. */
    sealed interface Target {

        /** An endpoint of ours. */
        record Ours(Rule rule, String operation, @Nullable String communityId) implements Target {}

        /** Spring itself answers: wrong method, wrong type, or OPTIONS. */
        record Framework() implements Target {}

        /** Nothing. */
        record Nothing() implements Target {}
    }

    private static final String COMMUNITY = "communityId";

    private final RequestMappingHandlerMapping mapping;

    Endpoints(RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mapping.getHandlerMethods().forEach((info, method) -> {
            if (isOurs(method)) {
                check(info, method);
            }
        });
    }

    private static void check(RequestMappingInfo info, HandlerMethod method) {
        boolean needsCommunity = Rule.of(method) instanceof Rule.Holder;
        if (needsCommunity
                && !info.getPatternValues().stream().allMatch(path -> path.contains("{" + COMMUNITY + "}"))) {
            throw new IllegalStateException(
                    method.getShortLogMessage() + " has @RoleIn but no {communityId} in its path " + info);
        }
    }

    /** Classes of the libraries in the same mapping are reached by address only, see the filter chain. */
    static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("io.guildhall.");
    }

    Target at(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        HandlerExecutionChain chain;
        try {
            chain = mapping.getHandler(request);
        } catch (Exception refusedByMapping) {
            return new Target.Framework();
        }
        if (chain == null || !(chain.getHandler() instanceof HandlerMethod method)) {
            return new Target.Nothing();
        }
        if (isOurs(method)) {
            return new Target.Ours(Rule.of(method), method.getShortLogMessage(), communityId(request));
        }
        boolean options = method.getBeanType().getEnclosingClass() == RequestMappingInfoHandlerMapping.class;
        return options ? new Target.Framework() : new Target.Nothing();
    }

    private static @Nullable String communityId(HttpServletRequest request) {
        Object found = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return found instanceof Map<?, ?> variables && variables.get(COMMUNITY) instanceof String id ? id : null;
    }
}
