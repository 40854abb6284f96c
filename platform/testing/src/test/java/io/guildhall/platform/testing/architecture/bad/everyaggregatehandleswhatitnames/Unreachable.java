package io.guildhall.platform.testing.architecture.bad.everyaggregatehandleswhatitnames;

import io.guildhall.platform.axon.Snapshotted;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
@Snapshotted(name = "unreachable", revision = 1)
class Unreachable {
    void handle(String command) {
        System.out.println(command);
    }
}
