package io.guildhall.platform.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicSettingsTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 2", "5, 3"})
    void anEventIsAcknowledgedByAMajorityOfItsCopies(int replicas, int acknowledging) {
        assertThat(TopicSettings.copiesToWaitFor(replicas)).isEqualTo(acknowledging);
    }
}
