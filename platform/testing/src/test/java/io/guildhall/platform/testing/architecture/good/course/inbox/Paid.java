package io.guildhall.platform.testing.architecture.good.course.inbox;

import io.guildhall.platform.follow.Heard;

@Heard("billing.payment.captured")
public record Paid(String courseId) {}
