package io.guildhall.platform.testing.architecture.bad.timeandchancecomefromoutside;

import io.guildhall.platform.axon.Snapshotted;
import java.util.Random;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
@Snapshotted(name = "dice", revision = 1)
class DiceThrowing {
    private int thrown;

    @CommandHandler
    void handle(String command) {
        thrown = command.length() + new Random().nextInt();
    }

    int thrown() {
        return thrown;
    }
}
