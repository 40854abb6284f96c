package io.guildhall.analytics.bench;

import io.guildhall.platform.follow.Envelope;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.log.LogPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Three years of one community that grows, day by day and always the same: a member for every 500 events, who pays by the
 * month, leaves sooner or later and sometimes comes back; half of what happens is talk, a third is learning.
 */
public final class LongHistory {

    public static final String COMMUNITY = "com_0198c0de000070008000000000000004";
    public static final Instant END = Instant.parse("2026-11-01T00:00:00Z");

    private static final int DAYS = 1_095;
    private static final int TERM_DAYS = 30;
    private static final int COURSES = 60;
    private static final int LESSONS = 12;
    private static final Duration DAY = Duration.ofDays(1);

    private final Random random = new Random(5);
    private final Consumer<Envelope> sink;
    private final int wanted;
    private final int joining;
    private final Map<String, Long> positions = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<Person> active = new ArrayList<>();
    private final List<Person> gone = new ArrayList<>();
    private final byte[] sealed = new byte[160];
    private int told;
    private int people;
    private Instant at = END.minus(DAY.multipliedBy(DAYS));
    private Duration step = Duration.ofSeconds(1);

    private static final class Person {
        final String id;
        int termEndsOn;

        Person(int number) {
            id = id("mem", number);
        }
    }

    private LongHistory(int wanted, Consumer<Envelope> sink) {
        this.wanted = wanted;
        this.joining = Math.max(DAYS, wanted / 500);
        this.sink = sink;
    }

    /** Tells about so many events, oldest first, as their services would have numbered them. */
    public static void tell(int events, Consumer<Envelope> sink) {
        new LongHistory(events, sink).tell();
    }

    private void tell() {
        tell("member.role.granted", id("rol", 0), id("mem", 0), "\"role\":\"owner\"");
        for (int day = 0; day < DAYS; day++) {
            int events = (int) ((double) wanted / DAYS * (0.5 + (double) day / DAYS));
            at = END.minus(DAY.multipliedBy(DAYS - day));
            step = DAY.dividedBy(Math.max(1, events * 2L));
            int until = told + events;
            if (day % (DAYS / COURSES) == 0) {
                String course = course(day / (DAYS / COURSES));
                tell("course.course.published", course, id("mem", 0), "\"courseId\":\"" + course + "\"");
            }
            comeAndGo(day);
            while (told < until) {
                act(day);
            }
        }
    }

    private void comeAndGo(int day) {
        for (int due = joining * (day + 1) / DAYS - joining * day / DAYS; due > 0; due--) {
            begin(new Person(++people), day, "joined");
        }
        for (int i = active.size() - 1; i >= 0; i--) {
            Person person = active.get(i);
            if (person.termEndsOn == day) {
                if (random.nextInt(100) < 7) {
                    active.set(i, active.getLast());
                    active.removeLast();
                    leave(person);
                } else {
                    pay(person, day, "renewed");
                }
            }
        }
        if (!gone.isEmpty() && random.nextInt(4) == 0) {
            begin(gone.remove(random.nextInt(gone.size())), day, "returned");
        }
    }

    private void begin(Person person, int day, String how) {
        tell("member.membership." + how, membership(person), person.id, "\"at\":\"" + at + "\"");
        active.add(person);
        pay(person, day, "activated");
    }

    private void pay(Person person, int day, String verb) {
        person.termEndsOn = day + TERM_DAYS;
        String order = id("ord", told);
        String term = "\"termStart\":\"" + at + "\",\"termEnd\":\"" + at.plus(DAY.multipliedBy(TERM_DAYS)) + "\"";
        String amount = "\"amountMinor\":2900,\"currency\":\"CNY\"";
        tell("billing.order.placed", order, person.id, "\"orderId\":\"" + order + "\"," + amount);
        tell("billing.payment.captured", id("pay", told), person.id, "\"orderId\":\"" + order + "\"," + amount);
        tell(
                "billing.subscription." + verb,
                subscription(person),
                person.id,
                "\"subscriptionId\":\"" + subscription(person) + "\",\"offerId\":\"" + id("off", 1)
                        + "\",\"offerVersion\":2,\"name\":\"Member\"," + amount + ",\"period\":\"MONTH\"," + term);
        tell("billing.invoice.issued", order.replace("ord", "inv"), person.id, amount);
        tell("member.membership." + verb, membership(person), person.id, term);
    }

    private void leave(Person person) {
        gone.add(person);
        String ended = "\"endedAt\":\"" + at + "\"";
        tell(
                "billing.subscription.ended",
                subscription(person),
                person.id,
                "\"subscriptionId\":\"" + subscription(person) + "\"," + ended);
        tell("member.membership.churned", membership(person), person.id, ended);
    }

    private void act(int day) {
        Person person = active.get((int) (active.size() * random.nextDouble() * random.nextDouble()));
        int kind = random.nextInt(1_000);
        if (kind < 580) {
            say(person);
        } else if (kind < 590) {
            String survey = id("srv", day / 30);
            tell(
                    "community.survey.answered",
                    survey,
                    person.id,
                    "\"surveyId\":\"" + survey + "\",\"score\":" + (1 + random.nextInt(5)));
        } else {
            learn(person, day, kind);
        }
    }

    private void say(Person person) {
        String channel = id("chn", random.nextInt(20));
        random.nextBytes(sealed);
        String body = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        tell(
                "community.message.posted",
                channel,
                person.id,
                "\"channelId\":\"" + channel + "\",\"messageId\":\"" + id("msg", told) + "\",\"body\":\"‹personal:1:"
                        + person.id + "::" + body + "›\"");
    }

    private void learn(Person person, int day, int kind) {
        String course = course(random.nextInt(1 + day / (DAYS / COURSES)));
        String enrollment = "enr" + course.substring(3, 20) + person.id.substring(20);
        String where = "\"courseId\":\"" + course + "\"";
        String lesson = where + ",\"lessonId\":\"" + id("les", random.nextInt(LESSONS)) + "\"";
        if (kind < 820) {
            tell("course.enrollment.lesson-read", enrollment, person.id, lesson);
        } else if (kind < 930) {
            tell("course.enrollment.lesson-completed", enrollment, person.id, lesson);
        } else if (kind < 970) {
            tell("course.enrollment.member-enrolled", enrollment, person.id, where);
        } else if (kind < 985) {
            tell("course.enrollment.course-completed", enrollment, person.id, where + ",\"lessonCount\":" + LESSONS);
        } else {
            String stars = where + ",\"stars\":" + (1 + random.nextInt(5));
            tell("course.rating.given", "rat" + enrollment.substring(3), person.id, stars);
        }
    }

    private void tell(String name, String stream, String member, String fields) {
        String service = name.substring(0, name.indexOf('.'));
        long position = positions.merge(service, 1L, Long::sum);
        told++;
        at = at.plus(step);
        var fact = new Fact(
                service,
                new LogPosition(service + ".0", position),
                id("evt", told),
                name,
                1,
                stream,
                sequences.merge(stream, 1L, Long::sum) - 1,
                COMMUNITY,
                at,
                at,
                member,
                id("cor", told),
                false);
        sink.accept(new Envelope(
                fact, "{\"communityId\":\"" + COMMUNITY + "\",\"memberId\":\"" + member + "\"," + fields + "}"));
    }

    private static String membership(Person person) {
        return "mbs" + person.id.substring(3);
    }

    private static String subscription(Person person) {
        return "sub" + person.id.substring(3);
    }

    private static String course(int number) {
        return id("crs", number);
    }

    /** As ids of the house look: a prefix, and 32 hex digits that differ between neighbours as a UUID's do. */
    private static String id(String prefix, long number) {
        long mixed = (number + 1) * 0x9E37_79B9_7F4A_7C15L;
        return prefix + "_%016x%016x".formatted(0x0198_C0DE_0000_7000L + (number << 20), mixed);
    }
}
