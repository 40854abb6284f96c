package io.guildhall.platform.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A service does not start with an endpoint that has no rule, or two. */
class EndpointsTest {

    @RestController
    static class Ruled {
        @SignedIn
        @GetMapping("/a")
        void a() {}
    }

    @RestController
    @Operator
    static class RuledAsAClass {
        @GetMapping("/a")
        void a() {}

        @Public
        @GetMapping("/b")
        void b() {}
    }

    @RestController
    static class Unruled {
        @GetMapping("/a")
        void a() {}
    }

    @RestController
    static class Contradicting {
        @Public
        @SignedIn
        @GetMapping("/a")
        void a() {}
    }

    @RestController
    static class WithoutCommunity {
        @RoleIn("owner")
        @GetMapping("/courses/{courseId}")
        void a() {}
    }

    private static void start(Class<?> controller) {
        try (var context = new AnnotationConfigWebApplicationContext()) {
            context.setServletContext(new MockServletContext());
            context.register(controller, RequestMappingHandlerMapping.class, Endpoints.class);
            context.refresh();
        }
    }

    @Test
    void startsWithOneRuleOnEveryEndpoint() {
        assertThatCode(() -> start(Ruled.class)).doesNotThrowAnyException();
        assertThatCode(() -> start(RuledAsAClass.class)).doesNotThrowAnyException();
    }

    @Test
    void doesNotStartWithoutARule() {
        assertThatThrownBy(() -> start(Unruled.class))
                .hasMessageContaining("exactly one")
                .hasMessageContaining("#a");
    }

    @Test
    void doesNotStartWithTwoRules() {
        assertThatThrownBy(() -> start(Contradicting.class)).hasMessageContaining("exactly one");
    }

    @Test
    void doesNotStartWithARoleInNoCommunity() {
        assertThatThrownBy(() -> start(WithoutCommunity.class)).hasMessageContaining("{communityId}");
    }
}
