package io.guildhall.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.testing.checker.CommandIds;
import org.junit.jupiter.api.Test;

class CommandIdsTest {

    @Test
    void foretellsTheIdThatTheServiceGives() {
        KeyedRequest request =
                KeyedRequest.of("mem_1", "POST", "/api/communities/com_1/courses", "q=1", "key-1", new byte[] {1, 2});

        assertThat(CommandIds.of("mem_1", "POST", "/api/communities/com_1/courses", "key-1"))
                .isEqualTo(request.commandId());
    }
}
