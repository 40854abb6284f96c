package io.guildhall.platform.testing.architecture.good.course.outline;

public record Outline(String id) {}
