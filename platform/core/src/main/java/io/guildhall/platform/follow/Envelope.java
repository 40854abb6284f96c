package io.guildhall.platform.follow;

/**
 * An event on its way to a handler.
 *
 * @param payload its JSON
 */
public record Envelope(Fact fact, String payload) {}
