package io.guildhall.community.live;

/** Whom a ticket lets in, and to which community. */
public record Visitor(String memberId, String communityId) {}
