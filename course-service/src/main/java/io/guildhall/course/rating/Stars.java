package io.guildhall.course.rating;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ratings of a course come to, each member's last one counted.
 *
 * @param average from 1 to 5, to two decimals; absent where nobody has rated, which is not 0
 */
public record Stars(@Nullable Double average, long count) {

    /** @param counts how many gave 1 star, 2 stars and so on */
    static Stars of(List<Long> counts) {
        long count = 0;
        long sum = 0;
        for (int i = 0; i < counts.size(); i++) {
            count += counts.get(i);
            sum += counts.get(i) * (i + 1);
        }
        return new Stars(count == 0 ? null : Math.round(100.0 * sum / count) / 100.0, count);
    }
}
