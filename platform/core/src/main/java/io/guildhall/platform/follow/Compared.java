package io.guildhall.platform.follow;

import java.time.Instant;
import java.util.List;

/**
 * What a comparison of two editions came to.
 *
 * @param documents how many were looked at
 * @param different how many are not the same though both editions know the same events
 * @param moving how many changed too often to be compared
 * @param differences the first of those that are different, at most 20
 */
public record Compared(Instant at, long documents, long different, long moving, List<Difference> differences) {

    public Compared {
        differences = List.copyOf(differences);
    }

    public boolean equal() {
        return different == 0 && moving == 0;
    }
}
