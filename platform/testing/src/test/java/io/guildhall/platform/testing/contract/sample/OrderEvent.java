package io.guildhall.platform.testing.contract.sample;

import com.fasterxml.jackson.annotation.JsonValue;
import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.Visibility;
import io.guildhall.platform.privacy.Personal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

public sealed interface OrderEvent {

    @EventName("sample.order.placed")
    record OrderPlaced(
            OrderId orderId,
            String buyerId,
            @Personal(subject = "buyerId") String buyer,
            List<Item> items,
            Speed speed,
            Instant placedAt,
            @Nullable Instant wantedUntil)
            implements OrderEvent {}

    @EventName(value = "sample.order.priced", visibility = Visibility.INTERNAL)
    record OrderPriced(OrderId orderId, long cents) implements OrderEvent {}

    record Item(String productId, int count) {}

    record OrderId(@JsonValue String value) {}

    enum Speed {
        SLOW,
        FAST
    }
}
