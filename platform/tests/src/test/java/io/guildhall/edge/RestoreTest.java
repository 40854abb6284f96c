package io.guildhall.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.publish.Publisher;
import io.guildhall.platform.publish.Publishers;
import io.guildhall.platform.publish.Topics;
import io.guildhall.platform.testing.Servers;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How an operator has a lost topic made anew. */
class RestoreTest extends EdgeTest {

    private static final String TOPIC = "guildhall.edge";

    @Autowired
    private Publishers publishers;

    @BeforeEach
    void operate() {
        makeOperator();
    }

    @Test
    void makesTheTopicAnewAndPublishesEverythingAgain() {
        edge.post("/tallies", "");
        Publisher publisher = publishers.all().getFirst();
        await().atMost(Duration.ofSeconds(90)).until(() -> publisher.lag() == 0);
        var topics = new Topics(Servers.kafka());
        String before = topics.id(TOPIC);

        assertThat(restore("mem_1").statusCode()).isEqualTo(403);
        assertThat(topics.id(TOPIC)).isEqualTo(before);
        assertThat(restore("mem_op").statusCode()).isEqualTo(202);

        assertThat(topics.id(TOPIC)).isNotEqualTo(before);
        await().atMost(Duration.ofSeconds(90)).until(() -> publisher.lag() == 0);
        assertThat(topics.ends(TOPIC).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isGreaterThanOrEqualTo(publisher.position());
    }

    private HttpResponse<String> restore(String member) {
        return edge.send("POST", "/ops/restore/topic", member, BodyPublishers.noBody());
    }
}
