package io.guildhall.platform.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final Places IN_FIRST = new Places(Map.of(3, 8L), Map.of("hall.0/3", 5L), "first");

    @Test
    void anotherTopicIsReadFromItsStartAndPositionsStay() {
        Places anew = IN_FIRST.in("second");

        assertThat(anew.offset(3)).isEqualTo(-1);
        assertThat(anew.position("hall.0", 3)).isEqualTo(5);
        assertThat(anew.topic()).isEqualTo("second");
        assertThat(IN_FIRST.in("first")).isEqualTo(IN_FIRST);
    }

    @Test
    void offsetsWithoutATopicAreBelieved() {
        var before = new Places(Map.of(3, 8L), Map.of(), null);

        assertThat(before.in("first").offset(3)).isEqualTo(8);
        assertThat(IN_FIRST.in(null)).isEqualTo(IN_FIRST);
    }

    @Test
    void whatComesFromAnotherTopicTakesItsOffsetsAlone() {
        Places both = IN_FIRST.and(new Places(Map.of(3, 2L), Map.of("hall.0/3", 4L), "second"));

        assertThat(both).isEqualTo(new Places(Map.of(3, 2L), Map.of("hall.0/3", 5L), "second"));
    }
}
