package io.guildhall.local.demo.history;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import io.guildhall.local.demo.BundledCourse;
import io.guildhall.local.demo.Founding;
import io.guildhall.local.demo.Making;
import io.guildhall.local.demo.history.Venue.Course;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Founds the halls of a history before its first morning: courses, channels, plans and prices. */
final class Builder {

    private final GuildhallClient owner;
    private final Founding founding;

    Builder(GuildhallClient owner, Making making) {
        this.owner = owner;
        this.founding = new Founding(owner, making);
    }

    List<Venue> build() {
        return Halls.ALL.stream().map(this::build).toList();
    }

    private Venue build(Halls hall) {
        String id = founding.community(hall.prefix(), hall.name(), hall.description(), hall.language());
        List<Course> courses = new ArrayList<>();
        for (BundledCourse course : hall.courses()) {
            String prefix = hall.prefix() + (courses.isEmpty() ? "" : course.folder() + "-");
            courses.add(course(prefix, id, course, hall));
        }
        return new Venue(
                id,
                hall.name(),
                courses,
                plan(hall, id, "MONTH", hall.monthly(), hall.month()),
                plan(hall, id, "YEAR", hall.yearly(), hall.year()),
                channel(hall, id, "lounge", hall.lounge()),
                channel(hall, id, "questions", hall.questions()));
    }

    private Course course(String prefix, String community, BundledCourse bundled, Halls hall) {
        String course = founding.course(prefix, community, bundled.draft());
        Map<String, Object> offer = offer("COURSE", bundled.title(), hall.course(), hall, List.of("course:" + course));
        return new Course(
                course,
                founding.once(prefix + "course-offer", Founding.path(community) + "/offers", offer, "offerId"),
                lessons(community, course));
    }

    private String plan(Halls hall, String community, String period, String name, long amount) {
        var offer = new HashMap<>(offer("PLAN", name, amount, hall, List.of("course:*", "channel:*")));
        offer.put("period", period);
        return founding.once(hall.prefix() + "plan-" + period, Founding.path(community) + "/offers", offer, "offerId");
    }

    private static Map<String, Object> offer(String kind, String name, long amount, Halls hall, List<String> opens) {
        return Map.of("kind", kind, "name", name, "amountMinor", amount, "currency", hall.currency(), "opens", opens);
    }

    private String channel(Halls hall, String community, String step, String name) {
        return founding.once(
                hall.prefix() + step, Founding.path(community) + "/channels", Map.of("name", name), "channelId");
    }

    private List<String> lessons(String community, String course) {
        Reply shown = owner.get(Founding.path(community) + "/courses/" + course).expect(200);
        return shown.json()
                .path("lessons")
                .valueStream()
                .map(lesson -> lesson.path("lessonId").asString(""))
                .toList();
    }
}
