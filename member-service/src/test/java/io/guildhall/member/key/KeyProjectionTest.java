package io.guildhall.member.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.member.key.AccessKeyEvent.AccessKeyCreated;
import io.guildhall.member.key.AccessKeyEvent.AccessKeyEnded;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import io.guildhall.platform.testing.Servers;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class KeyProjectionTest {

    private static final Instant PAST = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FUTURE = Instant.parse("2100-01-01T00:00:00Z");

    private final MongoTemplate mongo = Servers.mongo(KeyProjectionTest.class);

    @Test
    void showsTheSameWhenEveryEventArrivesTwice() {
        String kept = Ids.next("tok");
        String ended = Ids.next("tok");
        String expired = Ids.next("tok");
        String client = Ids.next("cli");
        ArrivesTwice.check(
                mongo,
                KeyProjection::new,
                new History()
                        .own(
                                new AccessKeyCreated(kept, "mem_ada", "laptop", "hash-1", FUTURE),
                                new AccessKeyCreated(ended, "mem_ada", "phone", "hash-2", FUTURE),
                                new AccessKeyCreated(expired, "mem_ada", "old", "hash-3", PAST),
                                new AccessKeyCreated(client, "mem_ada", "importer", "hash-4", FUTURE),
                                new AccessKeyEnded(ended, "mem_ada")));

        Keys keys = new Keys(mongo);
        assertThat(keys.of("mem_ada", KeyKind.TOKEN)).extracting(Key::keyId).containsExactly(kept, expired);
        assertThat(keys.inForceByHash("hash-1")).isPresent();
        assertThat(keys.inForceByHash("hash-2")).isEmpty();
        assertThat(keys.inForceByHash("hash-3")).isEmpty();
        assertThat(keys.inForce(client)).isPresent();
    }
}
