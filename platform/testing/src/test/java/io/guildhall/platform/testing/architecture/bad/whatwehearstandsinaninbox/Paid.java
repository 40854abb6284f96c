package io.guildhall.platform.testing.architecture.bad.whatwehearstandsinaninbox;

import io.guildhall.platform.follow.Heard;

@Heard("billing.payment.captured")
record Paid(String orderId) {}
