package io.guildhall.member.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Tells Spring Security who the session cookie names. Sessions begin and end elsewhere, so it stores nothing. */
@Component
@SuppressWarnings("deprecation") // HttpRequestResponseHolder is part of the interface
public class CookieContexts implements SecurityContextRepository {

    private final SessionCookie cookie;

    CookieContexts(SessionCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return cookie.read(holder.getRequest())
                .map(session -> new SecurityContextImpl(session.authentication()))
                .orElseGet(SecurityContextImpl::new);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return cookie.read(request).isPresent();
    }
}
