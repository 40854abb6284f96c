package io.guildhall.platform.security;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;

/** Who may call an endpoint; exactly one stands on its method, or on its class for all methods without their own. */
public sealed interface Rule {

    /** How API documents write the rule. */
    String text();

    /** Anybody. */
    record Anybody() implements Rule {
        @Override
        public String text() {
            return "public";
        }
    }

    /** Whoever has signed in. */
    record AnyActor() implements Rule {
        @Override
        public String text() {
            return "signed-in";
        }
    }

    /** Who holds one of the roles in the community that the path names. */
    record Holder(Set<String> roles) implements Rule {
        @Override
        public String text() {
            return "role:" + String.join(",", new TreeSet<>(roles));
        }
    }

    /** Operators of the installation. */
    record Operators() implements Rule {
        @Override
        public String text() {
            return "operator";
        }
    }

    List<Class<? extends Annotation>> ANNOTATIONS = List.of(Public.class, SignedIn.class, RoleIn.class, Operator.class);

    /** @throws IllegalStateException when there is none, or more than one */
    static Rule of(HandlerMethod endpoint) {
        List<Annotation> found = on(endpoint.getMethod());
        if (found.isEmpty()) {
            found = on(ClassUtils.getUserClass(endpoint.getBeanType()));
        }
        if (found.size() != 1) {
            throw new IllegalStateException("%s needs exactly one of @Public, @SignedIn, @RoleIn, @Operator but has %s"
                    .formatted(endpoint.getShortLogMessage(), found));
        }
        return of(found.getFirst());
    }

    private static Rule of(Annotation annotation) {
        return switch (annotation) {
            case RoleIn roles -> new Holder(Set.of(roles.value()));
            case SignedIn signedIn -> new AnyActor();
            case Operator operator -> new Operators();
            default -> new Anybody();
        };
    }

    private static List<Annotation> on(AnnotatedElement element) {
        return ANNOTATIONS.stream()
                .flatMap(type -> Stream.ofNullable(AnnotatedElementUtils.findMergedAnnotation(element, type)))
                .filter(Objects::nonNull)
                .<Annotation>map(annotation -> annotation)
                .toList();
    }
}
