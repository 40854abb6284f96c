package io.guildhall.edge;

import io.guildhall.edge.TallyCommand.Count;
import io.guildhall.edge.TallyCommand.OpenTally;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.idempotency.RequestIds;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.Operator;
import io.guildhall.platform.security.RoleIn;
import io.guildhall.platform.security.SignedIn;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@SignedIn
class TallyController {

    record CountRequest(int by) {}

    /** How often an endpoint ran, and what it does on the way. */
    final AtomicInteger ran = new AtomicInteger();

    final Semaphore gate = new Semaphore(0);
    volatile CountDownLatch arrived = new CountDownLatch(0);
    volatile @Nullable RuntimeException failing;

    private final Commands commands;
    private final MongoTemplate mongo;

    TallyController(Commands commands, MongoTemplate mongo) {
        this.commands = commands;
        this.mongo = mongo;
    }

    @PostMapping("/tallies")
    ResponseEntity<Map<String, String>> open() {
        ran.incrementAndGet();
        String id = RequestIds.next("tal");
        commands.send(new OpenTally(id));
        fail();
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Location", "/tallies/" + id)
                .body(Map.of("tallyId", id));
    }

    @PostMapping("/tallies/{tallyId}/counts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void count(@PathVariable String tallyId, @RequestBody CountRequest request) {
        ran.incrementAndGet();
        commands.send(new Count(tallyId, request.by()));
        fail();
    }

    @PostMapping("/slow")
    Map<String, String> slow() throws InterruptedException {
        ran.incrementAndGet();
        arrived.countDown();
        gate.acquire();
        return Map.of("done", "yes");
    }

    @GetMapping("/tallies/{tallyId}")
    TallyView read(@PathVariable String tallyId) {
        TallyView view = mongo.findById(tallyId, TallyView.class);
        if (view == null) {
            throw new NotFound();
        }
        return view;
    }

    @GetMapping("/tallies")
    Page<TallyView> list(PageQuery page, Actor actor, Optional<Actor> same) {
        return Page.whole(mongo.findAll(TallyView.class).stream()
                .limit(page.limit())
                .filter(_ -> same.isPresent())
                .toList());
    }

    @RoleIn("owner")
    @GetMapping("/api/communities/{communityId}/ledger")
    Map<String, String> ledger(@PathVariable String communityId) {
        return Map.of("communityId", communityId);
    }

    @Operator
    @GetMapping("/ops/edge")
    Map<String, String> operate() {
        return Map.of("operator", "yes");
    }

    private void fail() {
        RuntimeException failure = failing;
        if (failure != null) {
            throw failure;
        }
    }
}
