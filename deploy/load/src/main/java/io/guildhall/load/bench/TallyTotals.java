package io.guildhall.load.bench;

import io.guildhall.load.bench.TallyEvent.Added;
import io.guildhall.load.bench.TallyEvent.Opened;
import io.guildhall.platform.follow.Policy;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;

/** A read model in memory: replay without the cost of a document store. */
@Policy("tally-totals")
class TallyTotals {

    private final Map<String, Long> totals = new HashMap<>();

    @EventHandler
    void on(TallyEvent event) {
        switch (event) {
            case Opened opened -> totals.putIfAbsent(opened.tallyId(), 0L);
            case Added added -> totals.merge(added.tallyId(), added.total(), Math::max);
        }
    }
}
