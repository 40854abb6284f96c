package io.guildhall.load;

import io.guildhall.load.Requests.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** An owner who opens one course after the other to himself, and closes it again. */
final class GrantingLoad {

    private static final int OWNERS = 8;

    private final Requests requests;
    private final Hall hall;
    private final Caller owner;
    private final AtomicInteger number = new AtomicInteger();

    GrantingLoad(LocalStack stack, Requests requests, Callers callers) {
        this.requests = requests;
        this.hall = Hall.found(stack, "A hall of grants");
        this.owner = Caller.of(stack.owner());
        for (int each = 0; each < OWNERS; each++) {
            callers.start(
                    "granting-" + each, () -> giveAndTakeBack("course:crs_%032x".formatted(number.incrementAndGet())));
        }
    }

    /** @return the grant's id; empty when nobody knows what became of it */
    Optional<String> giveAndTakeBack(String course) {
        var grant = Map.of("memberId", owner.memberId(), "resource", course, "reason", "A gift");
        return requests.post(owner, hall.path() + "/grants", grant)
                .map(given -> given.text("grantId"))
                .filter(id -> requests.send(
                                owner,
                                "DELETE",
                                hall.path() + "/grants/" + id,
                                "taking back",
                                Map.of("reason", "Taken back"))
                        .isPresent());
    }
}
