package io.guildhall.platform.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.utils.Utils;

/** A 64-bit mark of the event id at each position: enough to compare millions of events in little memory. */
final class Marks {

    private long[] marks;
    private long last;

    Marks(long expected) {
        this.marks = new long[Math.toIntExact(expected + 1)];
    }

    void put(long position, String eventId) {
        int index = Math.toIntExact(position);
        if (index >= marks.length) {
            marks = Arrays.copyOf(marks, Math.max(index + 1, marks.length * 2));
        }
        marks[index] = mark(eventId);
        last = Math.max(last, position);
    }

    /** The last position that holds an event. */
    long last() {
        return last;
    }

    /** 0 where no event is known. */
    long at(long position) {
        return position < marks.length ? marks[Math.toIntExact(position)] : 0;
    }

    static long mark(String eventId) {
        byte[] id = eventId.getBytes(StandardCharsets.UTF_8);
        long mark = ((long) Utils.murmur2(id) << 32) ^ (eventId.hashCode() & 0xffffffffL);
        return mark == 0 ? 1 : mark;
    }
}
