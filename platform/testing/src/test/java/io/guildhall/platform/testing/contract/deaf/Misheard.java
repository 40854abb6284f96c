package io.guildhall.platform.testing.contract.deaf;

import io.guildhall.platform.follow.Heard;
import org.jspecify.annotations.Nullable;

final class Misheard {

    @Heard("sample.order.placed")
    record WrongField(@Nullable String orderNumber) {}

    @Heard("sample.order.placed")
    record WrongType(int orderId) {}

    @Heard("sample.order.priced")
    record NotForOthers(String orderId) {}

    @Heard("sample.order.lost")
    record NotPublished(String orderId) {}
}
