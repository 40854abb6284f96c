package io.guildhall.platform.web;

import io.guildhall.platform.problem.BadField;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code ?limit=&after=} for controllers that take a {@link PageQuery}. */
final class PageQueryResolver implements HandlerMethodArgumentResolver {

    private static final int LONGEST_CURSOR = 500;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageQuery.class;
    }

    @Override
    public PageQuery resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new PageQuery(limit(request.getParameter("limit")), after(request.getParameter("after")));
    }

    private static int limit(@Nullable String sent) {
        if (sent == null) {
            return PageQuery.DEFAULT;
        }
        int limit = sent.matches("[0-9]{1,3}") ? Integer.parseInt(sent) : 0;
        if (limit < 1 || limit > PageQuery.MOST) {
            throw BadField.value("limit", "invalid-limit");
        }
        return limit;
    }

    private static @Nullable String after(@Nullable String sent) {
        if (sent != null && (sent.isBlank() || sent.length() > LONGEST_CURSOR)) {
            throw BadField.value("after", "invalid-value");
        }
        return sent;
    }
}
