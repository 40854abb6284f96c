package io.guildhall.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PositionTest extends EdgeTest {

    private static final String POSITION = "Guildhall-Position";

    @AfterEach
    void letGo() {
        TallyProjection.held.countDown();
    }

    private static String position(HttpResponse<?> answer) {
        return answer.headers().firstValue(POSITION).orElseThrow();
    }

    @Test
    void tellsThePositionWithAndWithoutABody() {
        HttpResponse<String> opened = edge.post("/tallies", "");
        String tally = opened.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> counted = edge.post(tally + "/counts", "{\"by\":1}");

        assertThat(position(opened)).matches("edge\\.0/[0-9]+");
        assertThat(counted.statusCode()).isEqualTo(204);
        assertThat(position(counted)).matches("edge\\.0/[0-9]+").isNotEqualTo(position(opened));
    }

    @Test
    void tellsNoPositionWhereNothingWasStored() {
        assertThat(edge.post("/tallies/tal_0/counts", "{\"by\":1}").headers().firstValue(POSITION))
                .isEmpty();
    }

    @Test
    void letsAReaderSeeWhatHeWrote() {
        TallyProjection.held = new CountDownLatch(1);
        HttpResponse<String> opened = edge.post("/tallies", "");
        String tally = opened.headers().firstValue("Location").orElseThrow();
        assertThat(edge.get(tally).statusCode()).as("without waiting").isEqualTo(404);

        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(TallyProjection.held::countDown);

        assertThat(edge.get(tally, "Guildhall-After", position(opened)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void waitsTwoSecondsAtMost() {
        TallyProjection.held = new CountDownLatch(1);
        HttpResponse<String> opened = edge.post("/tallies", "");
        Instant before = Instant.now();

        assertThat(edge.get("/tallies/tal_0", "Guildhall-After", position(opened))
                        .statusCode())
                .isEqualTo(404);
        assertThat(Duration.between(before, Instant.now())).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        TallyProjection.held.countDown();
    }

    @Test
    void doesNotWaitForWhatNobodyWasTold() {
        Instant before = Instant.now();

        assertThat(edge.get("/tallies/tal_0", "Guildhall-After", "edge.0/999999999")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void refusesWhatIsNoPosition() {
        HttpResponse<String> answer = edge.get("/tallies/tal_0", "Guildhall-After", "4711");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/Guildhall-After").contains("invalid-position");
    }
}
