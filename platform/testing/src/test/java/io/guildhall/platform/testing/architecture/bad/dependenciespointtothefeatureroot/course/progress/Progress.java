package io.guildhall.platform.testing.architecture.bad.dependenciespointtothefeatureroot.course.progress;

public record Progress(String id) {}
