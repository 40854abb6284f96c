package io.guildhall.member.session;

/** A session and from where it was begun. */
public record BegunSession(Session session, Device device) {}
