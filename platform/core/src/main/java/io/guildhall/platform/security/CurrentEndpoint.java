package io.guildhall.platform.security;

import jakarta.servlet.http.HttpServletRequest;

/** What the platform's filter chain found behind the address of a request. */
public final class CurrentEndpoint {

    private CurrentEndpoint() {}

    /** Whether an endpoint of ours was found and its rule let the caller in. */
    public static boolean isOurs(HttpServletRequest request) {
        return Authorization.target(request) instanceof Endpoints.Target.Ours;
    }
}
