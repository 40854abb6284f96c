package io.guildhall.load;

import static io.guildhall.load.Requests.rest;

import io.guildhall.load.Requests.Caller;
import io.guildhall.local.client.GuildhallClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Callers who found communities through one or more doors. */
final class FoundingLoad {

    private static final int CALLERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final AtomicInteger founded = new AtomicInteger();

    /** Many callers, who leave no processor idle. */
    FoundingLoad(LocalStack stack, Requests requests, Callers callers, List<Supplier<GuildhallClient>> doors) {
        this(stack, requests, callers, doors, CALLERS);
    }

    FoundingLoad(
            LocalStack stack, Requests requests, Callers callers, List<Supplier<GuildhallClient>> doors, int founders) {
        String owner = stack.owner().get("/api/me").expect(200).text("memberId");
        List<Supplier<GuildhallClient>> patient = doors.stream()
                .<Supplier<GuildhallClient>>map(door -> () -> door.get().withPatience(PATIENCE))
                .toList();
        var caller = new Caller(owner, patient);
        for (int each = 0; each < founders; each++) {
            callers.start("founder-" + each, () -> found(requests, caller));
        }
    }

    /** How many communities callers have been told are founded. */
    int founded() {
        return founded.get();
    }

    private void found(Requests requests, Caller caller) {
        String name = "Founded as number " + founded.get();
        requests.post(caller, "/api/communities", Map.of("name", name)).ifPresent(_ -> founded.incrementAndGet());
        rest(); // one policy follows each founding with a command of its own, and must not fall far behind
    }
}
