package io.guildhall.gateway.member;

import java.time.Instant;

/** An access token that member-service issued, and when it ends. */
public record AccessToken(String value, Instant until) {}
