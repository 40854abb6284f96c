package io.guildhall.poison;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.follow.DeadLetter;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.CommitStore;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.privacy.PersonalCipher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A personal text that was not sealed here parks its own stream of the service's log and no other. */
class SealTest extends TableTest {

    private static int seats;

    @Autowired
    EventLogs logs;

    @Autowired
    PersonalCipher cipher;

    private final String seat = "sea_" + seats++;
    private final String other = seat + "-beside";

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
        not sealed,                      Ada,                                  does not open
        sealed for another field,        {field},                              does not open
        sealed for another person,       {person},                             does not open
        cut off,                         {cut},                                does not open
        no Base64,                       ‹personal:1:{seat}::A›,               base64
        shorter than any seal,           ‹personal:1:{seat}::AAAA›,            does not open
        of a later form,                 ‹personal:2:{seat}::AAAA›,            does not open
        a number,                        42,                                   does not open
        """)
    void waitsWhereItWasNotSealedHere(String name, String guest, String reason) {
        String sealed = cipher.seal(seat, "", "guest", "Ada");
        String bad = guest.replace("{field}", cipher.seal(seat, "", "host", "Ada"))
                .replace("{person}", cipher.seal(other, "", "guest", "Ada").replace(other, seat))
                .replace("{cut}", sealed.substring(0, sealed.length() - 5) + "›")
                .replace("{seat}", seat);
        store(seat, bad.matches("\\d+") ? bad : "\"" + bad + "\"");
        long began = System.nanoTime();
        store(other, "\"" + cipher.seal(other, "", "guest", "Bob") + "\"");

        soon().until(() -> "Bob".equals(Seats.TAKEN.get(other)));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONGEST);
        assertThat(desk.waiting(MANY)).hasSize(1);
        DeadLetter letter = desk.waiting(MANY).getFirst();
        assertThat(letter.streamId()).isEqualTo(seat);
        assertThat(letter.reason()).contains(reason).doesNotContain("Ada");
        assertThat(Seats.TAKEN).doesNotContainKey(seat);

        assertThat(desk.drop(letter, OPERATOR, "never sealed")).isEmpty();
        assertThat(desk.waiting(MANY)).isEmpty();
    }

    /** As the service itself would, were its writer not as it is. */
    private void store(String seatId, String guest) {
        CommitStore store = logs.of(null).store();
        Optional<Commit> head = store.last();
        long position = head.map(Commit::last).orElse(0L) + 1;
        String payload = "{\"seatId\":\"%s\",\"guest\":%s}".formatted(seatId, guest);
        var event = new StoredEvent("evt-" + seatId, "table.seat.taken", 1, 0, Instant.EPOCH, payload, Map.of());
        var commit = new Commit(
                position,
                head.map(Commit::position).orElse(0L),
                seatId,
                0,
                "cmd-" + seatId,
                "Seat",
                null,
                List.of(event));
        assertThat(store.insert(List.of(commit))).isOne();
    }
}
