package io.guildhall.local.demo.history;

import io.guildhall.local.client.Reply;
import io.guildhall.local.demo.history.Venue.Course;
import io.guildhall.local.demo.story.Deed;
import io.guildhall.local.demo.story.Deed.Answer;
import io.guildhall.local.demo.story.Deed.BuyCourse;
import io.guildhall.local.demo.story.Deed.Cancel;
import io.guildhall.local.demo.story.Deed.CloseSurvey;
import io.guildhall.local.demo.story.Deed.FailToPay;
import io.guildhall.local.demo.story.Deed.Join;
import io.guildhall.local.demo.story.Deed.LoseCard;
import io.guildhall.local.demo.story.Deed.OpenSurvey;
import io.guildhall.local.demo.story.Deed.Plan;
import io.guildhall.local.demo.story.Deed.Rate;
import io.guildhall.local.demo.story.Deed.Room;
import io.guildhall.local.demo.story.Deed.Say;
import io.guildhall.local.demo.story.Deed.Study;
import io.guildhall.local.demo.story.Deed.Subscribe;
import io.guildhall.local.demo.story.Person;
import java.util.List;
import java.util.Map;

/** Makes each deed of a story the requests of the person who does it; a deed that is told again is done once. */
final class Teller {

    /** Nobody reads a lesson for longer, and no lesson asks for more. */
    private static final int READING_SECONDS = 1_800;

    private final Wire wire;
    private final History history;
    private final List<Venue> venues;
    private final String ownerToken;
    private final String key;
    private final Newcomer newcomer;

    /** @param key begins every idempotency key */
    Teller(Wire wire, History history, List<Venue> venues, String ownerToken, String key) {
        this.wire = wire;
        this.history = history;
        this.venues = venues;
        this.ownerToken = ownerToken;
        this.key = key;
        this.newcomer = new Newcomer(wire);
    }

    /**
     * @param number of the deed in its story
     * @throws io.guildhall.local.client.Refused when it is refused for good
     */
    void tell(Deed deed, int number) {
        String once = key + "-deed-" + number;
        switch (deed) {
            case Join join -> join(join.who(), once);
            case Subscribe it -> pay(it.who(), plan(it.who(), it.plan()), once);
            case FailToPay it ->
                wire.press(order(it.who(), plan(it.who(), it.plan()), once).text("checkoutUrl"), "decline")
                        .expect(200);
            case BuyCourse it -> pay(it.who(), course(it.who(), it.course()).offerId(), once);
            case Study it -> study(it, once);
            case Rate it -> rate(it, once);
            case Say it -> say(it, once, number);
            case LoseCard it -> loseCard(it.who());
            case Cancel it -> cancel(it.who(), once);
            case Answer it -> answer(it, once);
            case OpenSurvey it -> {
                var question = Map.of("question", Halls.ALL.get(it.hall()).survey());
                wire.send("POST", surveys(it.hall()), question, ownerToken, once)
                        .expect(200, 201);
            }
            case CloseSurvey it ->
                wire.send("POST", survey(it.hall(), ownerToken) + "/closure", null, ownerToken, once)
                        .expect(200, 204);
        }
    }

    private void join(int who, String once) {
        if (history.token(who) == null) {
            Person person = person(who);
            history.token(who, newcomer.register(history.login(person), person.language(), once));
        }
    }

    private Reply order(int who, String offer, String once) {
        return wire.send("POST", venue(who).path() + "/orders", Map.of("offerId", offer), token(who), once)
                .expect(200, 201);
    }

    /** Returns when the provider's word has come: what is said later is said to a member. */
    private void pay(int who, String offer, String once) {
        Reply ordered = order(who, offer, once);
        wire.press(ordered.text("checkoutUrl"), "pay").expect(200);
        history.checkout(who, ordered.text("checkoutUrl"));
        String path = venue(who).path() + "/orders/" + ordered.text("orderId");
        Wire.until(
                "paid: " + path, () -> wire.get(path, token(who)).text("status").equals("paid"));
    }

    private void study(Study it, String once) {
        Course course = course(it.who(), it.course());
        String lesson = venue(it.who()).path() + "/courses/" + course.courseId() + "/lessons/"
                + course.lessonIds().get(it.lesson());
        wire.send("POST", lesson + "/reading", Map.of("seconds", READING_SECONDS), token(it.who()), once + "-read")
                .expect(200, 204);
        wire.send("POST", lesson + "/completion", null, token(it.who()), once).expect(200, 204);
    }

    private void rate(Rate it, String once) {
        String course = course(it.who(), it.course()).courseId();
        var rating = Map.of("stars", it.stars(), "comment", it.comment());
        String path = venue(it.who()).path() + "/courses/" + course + "/ratings/mine";
        wire.send("PUT", path, rating, token(it.who()), once).expect(204);
    }

    private void say(Say it, String once, int number) {
        Venue venue = venue(it.who());
        String channel = it.room() == Room.LOUNGE ? venue.lounge() : venue.questions();
        var message = Map.of("localId", "demo-" + number, "body", it.text());
        String path = venue.path() + "/channels/" + channel + "/messages";
        wire.send("POST", path, message, token(it.who()), once).expect(200, 201);
    }

    private void loseCard(int who) {
        String checkout = history.checkout(who);
        Wire.patiently(() -> wire.anyone().post(checkout + "/behavior", Map.of("declines", true)))
                .expect(204);
    }

    private void cancel(int who, String once) {
        String path = venue(who).path() + "/subscriptions/";
        wire.get(path + "mine", token(who))
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(held -> held.path("status").asString("").equals("active"))
                .map(held -> held.path("subscriptionId").asString(""))
                .forEach(id -> wire.send("POST", path + id + "/cancellation", null, token(who), once)
                        .expect(200, 204));
    }

    private void answer(Answer it, String once) {
        String path = survey(person(it.who()).hall(), token(it.who())) + "/answer";
        wire.send("PUT", path, Map.of("score", it.score()), token(it.who()), once)
                .expect(200, 204);
    }

    private String surveys(int hall) {
        return venues.get(hall).path() + "/surveys";
    }

    private String survey(int hall, String token) {
        return surveys(hall) + "/"
                + wire.get(surveys(hall), token)
                        .expect(200)
                        .json()
                        .path("items")
                        .path(0)
                        .path("surveyId")
                        .asString("");
    }

    private String plan(int who, Plan plan) {
        return plan == Plan.MONTH ? venue(who).month() : venue(who).year();
    }

    private Course course(int who, int number) {
        return venue(who).courses().get(number);
    }

    private Venue venue(int who) {
        return venues.get(person(who).hall());
    }

    private Person person(int who) {
        return history.story().people().get(who);
    }

    private String token(int who) {
        String token = history.token(who);
        if (token == null) {
            throw new IllegalStateException("member " + who + " has not joined");
        }
        return token;
    }
}
