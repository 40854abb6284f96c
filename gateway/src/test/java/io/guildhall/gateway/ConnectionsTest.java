package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.gateway.hall.Hall;
import io.guildhall.gateway.hall.Received;
import io.guildhall.gateway.hall.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** An instance that is to end gets no new connection, and must soon be asked nothing over the old ones either. */
class ConnectionsTest {

    static final String COMMUNITY = "/api/communities/com_1";

    static final Hall HALL = new Hall("spring.cloud.gateway.server.webflux.httpclient.pool.max-life-time=300ms");

    @AfterAll
    static void close() {
        HALL.close();
    }

    @Test
    void passesRequestsOnOverNoConnectionForLong() {
        await().until(() -> {
            HALL.browser().get(COMMUNITY);
            return connections(HALL.community) > 1;
        });
        assertThat(HALL.community.received()).hasSizeGreaterThan(2); // and over one for a while
    }

    @Test
    void asksForItselfOverNoConnectionForLong() {
        for (int member = 0; connections(HALL.member) < 2; member++) {
            HALL.browser().get(COMMUNITY, "Authorization", "Bearer ghp_mem_" + member);
            assertThat(member).as("exchanged over one connection").isLessThan(2_000);
        }
    }

    private static long connections(Service service) {
        return service.received().stream().map(Received::from).distinct().count();
    }
}
