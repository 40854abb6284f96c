package io.guildhall.platform.testing.architecture.bad.everyaggregateapplieswhatitnames;

import io.guildhall.platform.axon.Snapshotted;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
@Snapshotted(name = "forgetful", revision = 1)
class Forgetful {
    void on(String event) {
        System.out.println(event);
    }
}
