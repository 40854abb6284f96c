package io.guildhall.load.bench.edge;

import io.guildhall.load.bench.House;
import io.guildhall.load.bench.edge.Wrk.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

/**
 * Commands and a list of a hundred courses through the gateway, beside the article's program. Arguments: the data folder
 * and the port of a running house, the folder of this module's sources, and how many rounds.
 */
final class GatewayBench {

    private static final int COURSES = 100;
    private static final int MANY = 64;
    private static final int SECONDS = Integer.getInteger("bench.seconds", 8);
    private static final int WARM_SECONDS = 30;
    private static final Duration LONGEST_BACKLOG = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final House house;
    private final String community;
    private final Wrk wrk;
    private final int rounds;

    private GatewayBench(House house, Wrk wrk, int rounds) {
        this.house = house;
        this.wrk = wrk;
        this.rounds = rounds;
        this.community = "/api/communities/" + house.made("community");
    }

    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[1]);
        Path sources = Path.of(args[2]);
        var house = new House(Path.of(args[0]), port);
        try (var article = new Article(sources.resolve("flask/app.py"), port + 22)) {
            new GatewayBench(house, new Wrk(sources.resolve("wrk/ask.lua")), Integer.parseInt(args[3])).run(article);
        }
        System.exit(0);
    }

    private void run(Article article) throws IOException, InterruptedException {
        publishCourses();
        String token = house.ownerToken();
        String channel = house.owner()
                .post(community + "/channels", Map.of("name", "Requests"))
                .expect(201)
                .text("channelId");
        String messages = house.origin() + community + "/channels/" + channel + "/messages";
        System.out.println("| what | requests/s at 64 connections | p99, ms | p50 at 1 connection, ms |");
        System.out.println("|---|---|---|---|");
        measure(List.of(
                new Question("a community is founded", "found", house.origin() + "/api/communities", token),
                new Question("a message is said", "say", messages, token),
                new Question("Flask: an account", "register", article.address(0) + "/register", null),
                new Question("gunicorn: an account", "register", article.address(1) + "/register", null)));
        String list = house.origin() + community + "/courses?limit=" + COURSES;
        measure(List.of(
                new Question("100 courses", "list", list, token),
                new Question("Flask: 100 courses", "list", article.address(0) + "/courses", null),
                new Question("gunicorn: 100 courses", "list", article.address(1) + "/courses", null)));
    }

    private void publishCourses() {
        for (int i = 1; i < COURSES; i++) {
            String key = "course-" + i + "-" + UUID.randomUUID();
            String course = house.owner()
                    .post(
                            community + "/courses",
                            Map.of(
                                    "title",
                                    "Course " + i + " of a hundred",
                                    "summary",
                                    "Six lessons.",
                                    "language",
                                    "en",
                                    "lessons",
                                    List.of(Map.of("title", "The first", "markdown", "What happened."))),
                            "Idempotency-Key",
                            key)
                    .expect(201)
                    .text("courseId");
            for (String step : List.of("submission", "approval", "publication")) {
                house.owner()
                        .post(community + "/courses/" + course + "/" + step, null, "Idempotency-Key", key + step)
                        .expect(200, 201, 202, 204);
            }
        }
    }

    private void measure(List<Question> questions) throws IOException, InterruptedException {
        List<List<Figures>> many = new ArrayList<>();
        List<List<Figures>> one = new ArrayList<>();
        for (Question question : questions) {
            many.add(new ArrayList<>());
            one.add(new ArrayList<>());
            wrk.run(question, MANY, WARM_SECONDS);
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < questions.size(); i++) {
                awaitQuiet();
                many.get(i).add(wrk.run(questions.get(i), MANY, SECONDS));
                awaitQuiet();
                one.get(i).add(wrk.run(questions.get(i), 1, SECONDS / 2));
            }
        }
        for (int i = 0; i < questions.size(); i++) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %,.0f | %.1f |%n",
                    questions.get(i).name(),
                    median(many.get(i), Figures::rate),
                    median(many.get(i), Figures::p99),
                    median(one.get(i), Figures::median));
        }
    }

    /** What follows the events of one question is not to be measured with the next. */
    private void awaitQuiet() throws InterruptedException {
        long latest = System.nanoTime() + LONGEST_BACKLOG.toNanos();
        while (!house.quiet()) {
            if (System.nanoTime() > latest) {
                throw new IllegalStateException("The house does not come to rest");
            }
            Thread.sleep(LOOK);
        }
    }

    private static double median(List<Figures> figures, ToDoubleFunction<Figures> part) {
        double[] values = figures.stream().mapToDouble(part).sorted().toArray();
        return values[values.length / 2];
    }
}
