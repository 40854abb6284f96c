package io.guildhall.local.lessons;

/** A file of the folder that does not become a lesson, and why. */
public record Unread(String file, String reason) {}
