package io.guildhall.editions;

import io.guildhall.editions.Till.Sold;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.EventHandler;

/** Records what it would have sent, and asked to be paid, for each sale. */
@Policy("when-sold-then-tell-everybody")
class WhenSoldThenTellEverybody {

    static final List<String> MAILS = new CopyOnWriteArrayList<>();
    static final List<String> PAYMENTS = new CopyOnWriteArrayList<>();

    @EventHandler
    void on(Sold event, Fact fact) {
        MAILS.add(fact.eventId());
        PAYMENTS.add(event.tillId() + " " + event.total());
    }
}
