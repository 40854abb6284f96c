package io.guildhall.local.store;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the store told its clients: everything here must be there after a kill. */
final class Told {

    /** Ids of the documents whose insert was answered. */
    final Set<Long> inserted = ConcurrentHashMap.newKeySet();

    /** Ids of the documents that a read showed. */
    final Set<Long> shown = ConcurrentHashMap.newKeySet();

    /** The highest answered value of each counter. */
    final Map<Integer, Long> counted = new ConcurrentHashMap<>();

    final AtomicLong answers = new AtomicLong();
}
