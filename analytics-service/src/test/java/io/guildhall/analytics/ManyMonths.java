package io.guildhall.analytics;

import java.time.Instant;
import java.util.Random;

/** Half a year of two communities in which anything happens in any order. */
public final class ManyMonths {

    private ManyMonths() {}

    public static Story story(Random random) {
        var story = new Story();
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        for (int course = 0; course < 6; course++) {
            story.at(at).publishes("crs_" + course);
        }
        story.role("mem_0", "author").role("mem_1", "moderator").opensSurvey();
        story.at("2026-03-25T00:00:00Z")
                .buys("mem_back", "ord_back", "course:crs_1")
                .enrolls("mem_back", "crs_1")
                .rates("mem_back", "crs_1", 1)
                .at("2026-03-28T00:00:00Z")
                .refunds("ord_back");
        String bought = "ord_0";
        for (int i = 0; i < 4_000; i++) {
            at = at.plusSeconds(random.nextInt(4_500)).plusNanos(random.nextInt(1_000_000) * 1_000L);
            String member = "mem_" + random.nextInt(80);
            String course = "crs_" + random.nextInt(6);
            story.in(random.nextInt(10) == 0 ? "com_2" : "com_1").at(at);
            switch (random.nextInt(16)) {
                case 0, 1 -> story.joins(member);
                case 2 -> story.leaves(member);
                case 3 -> story.enrolls(member, course);
                case 4 -> story.completes(member, course);
                case 5, 6 -> story.reads(member, course);
                case 7 -> story.rates(member, course, 1 + random.nextInt(5));
                case 8 -> story.answers(member, 1 + random.nextInt(5));
                case 9 -> {
                    bought = "ord_" + member + "_" + at;
                    story.pays(
                            member,
                            random.nextBoolean() ? "activated" : "renewed",
                            100 + random.nextInt(9_999),
                            random.nextInt(5) == 0 ? "EUR" : "CNY",
                            random.nextBoolean() ? "MONTH" : "YEAR",
                            at.toString(),
                            at.plusSeconds(2_600_000).toString());
                }
                case 10, 11 -> {
                    bought = "ord_" + i;
                    story.buys(member, bought, "channel:*", "course:" + (i % 10 == 0 ? "*" : course));
                }
                case 12, 13 -> story.refunds(bought);
                default -> story.says(member);
            }
        }
        return story;
    }
}
