package io.guildhall.load;

import io.guildhall.local.client.GuildhallClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People who do all that can be done in a Guildhall at once, each of whom knows what must be left of it in the end. */
final class Crowd {

    private final LocalStack stack;
    private final List<GuildhallClient> members;
    private final List<GuildhallClient> subscribers;
    private final Hall school;
    private final Hall critics;
    private final String criticized;
    private final Map<String, Runnable> ends = new LinkedHashMap<>();

    /** Everybody signs up, and two courses are there; nobody looks at what becomes of that. */
    Crowd(LocalStack stack) throws InterruptedException {
        this.stack = stack;
        this.members = register("Cai", "Dora");
        this.subscribers = register("Emil", "Fay", "Gus");
        this.school = Hall.found(stack, "A hall with a school");
        this.critics = Hall.found(stack, "A hall that asks");
        school.publishCourse();
        this.criticized = critics.publishCourse();
    }

    /** Lets everybody begin; plans are held and paid for when this returns. */
    void begin(Requests requests, Callers callers, HouseTime time, long seed) {
        var subscribing = new SubscribingLoad(stack, requests, callers, time, subscribers, seed);
        var buying = new BuyingLoad(stack, requests, callers, time, members, seed);
        var learning = new LearningLoad(stack, requests, callers, school, members);
        var talking = new TalkingLoad(stack, requests, callers, members);
        var revising = new RevisingLoad(stack, requests, callers, members);
        var opinions = new OpinionLoad(requests, callers, critics, criticized, members);
        var office = new OfficeLoad(stack, requests, callers, members.getFirst());
        new FoundingLoad(stack, requests, callers, List.of(stack::owner), 1);
        ends.put("buying", buying::settles);
        ends.put("subscribing", subscribing::settles);
        ends.put("rest", stack::awaitQuiet);
        ends.put("learning", learning::settles);
        ends.put("talking", talking::settles);
        ends.put("revising", revising::settles);
        ends.put("opinions", opinions::settles);
        ends.put("office", office::settles);
    }

    private List<GuildhallClient> register(String... names) throws InterruptedException {
        var newcomers = new Newcomers(stack);
        List<GuildhallClient> members = new ArrayList<>();
        for (String name : names) {
            members.add(newcomers.register(UUID.randomUUID() + "@crowd.example.org", name));
        }
        return members;
    }

    /** Waits until everything has come to rest, and says what of it is not as it must be. */
    List<String> wrongs() {
        List<String> wrongs = new ArrayList<>();
        ends.forEach((what, end) -> {
            try {
                end.run();
            } catch (AssertionError | RuntimeException wrong) {
                wrongs.add(what + ": " + wrong.getMessage());
            }
        });
        return wrongs;
    }
}
