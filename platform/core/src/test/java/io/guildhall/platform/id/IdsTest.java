package io.guildhall.platform.id;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final byte[] MAIL = "ada@example.org".getBytes(UTF_8);

    @Test
    void sortsByTheOrderOfMaking() {
        List<String> made = Stream.generate(() -> Ids.next("crs")).limit(10_000).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(made).allMatch(id -> Ids.isId("crs", id));
    }

    @Test
    void isAVersion7Uuid() {
        assertThat(Ids.next("crs")).matches("crs_[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}");
    }

    @Test
    void derivesTheSameIdFromTheSameBytes() {
        assertThat(Ids.derived("mail", MAIL))
                .isEqualTo("mail_795cbb406a798cbbb4e6f1306ea3df96")
                .isNotEqualTo(Ids.derived("mail", "eve@example.org".getBytes(UTF_8)));
    }

    @Test
    void derivesAnotherIdUnderAnotherKey() {
        assertThat(Ids.keyed("mail", new byte[] {1}, MAIL))
                .isEqualTo(Ids.keyed("mail", new byte[] {1}, MAIL))
                .isNotEqualTo(Ids.keyed("mail", new byte[] {2}, MAIL))
                .isNotEqualTo(Ids.derived("mail", MAIL));
    }

    @Test
    void tellsPartsFromTheirConcatenation() {
        assertThat(Ids.derivedUuid("ab", "c"))
                .isEqualTo(Ids.derivedUuid("ab", "c"))
                .isNotEqualTo(Ids.derivedUuid("a", "bc"))
                .isNotEqualTo(Ids.derivedUuid("abc"));
    }

    @Test
    void marksDerivedUuidsAsVersion8() {
        UUID id = Ids.derivedUuid("event-1", "WhenPaidThenGrant");

        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void knowsItsIds() {
        assertThat(Ids.isId("crs", null)).isFalse();
        assertThat(Ids.isId("crs", Ids.next("mem"))).isFalse();
        assertThat(Ids.isId("cr", Ids.next("crs"))).isFalse();
        assertThat(Ids.isId("crs", Ids.next("crs") + "0")).isFalse();
        assertThat(Ids.isId("crs", Ids.next("crs").toUpperCase(java.util.Locale.ROOT)))
                .isFalse();
        assertThat(Ids.isId("crs", "crs_" + "g".repeat(32))).isFalse();
    }

    @Test
    void refusesWhatIsNotAnId() {
        assertThatThrownBy(() -> Ids.require("crs", "crs_1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ids.next("Crs_")).isInstanceOf(IllegalArgumentException.class);
    }
}
