package io.guildhall.platform.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class ShelfTest {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private final Shelf announced = Shelf.first("sales").begin("mem_op", AT).announce(AT);
    private final long since = announced.version();

    @Test
    void isWaitedForUntilItIsTheLiveOneOrWhoeverAnnouncedItIsGone() {
        assertThat(announced.switching(AT.plusSeconds(29))).isTrue();
        assertThat(announced.awaited(AT.plusSeconds(29))).hasSize(2);
        assertThat(announced.switching(AT.plusSeconds(30))).isFalse();
        assertThat(announced.awaited(AT.plusSeconds(30))).containsExactly(announced.liveEdition());
    }

    @Test
    void isTheLiveOneWhileEveryReaderSurelyWaitsForIt() {
        assertThat(announced.turn(since, AT.plusSeconds(19)).live()).isEqualTo(2);
        assertThatThrownBy(() -> announced.turn(since, AT.plusSeconds(20))).isInstanceOf(SwitchOvertaken.class);
        assertThatThrownBy(() -> announced.turn(since - 1, AT)).isInstanceOf(SwitchOvertaken.class);
    }

    @Test
    void isStoredWithTheTimeAtWhichItWasAnnounced() {
        var stored = ShelfDocuments.write(announced);
        assertThat(ShelfDocuments.read(stored)).isEqualTo(announced);

        stored.get("next", Document.class).remove("at");
        assertThat(ShelfDocuments.read(stored).switching(AT)).isFalse();
    }
}
