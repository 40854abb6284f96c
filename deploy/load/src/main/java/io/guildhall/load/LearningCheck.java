package io.guildhall.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Judges what is kept of a learner in a course by what he was told. */
final class LearningCheck {

    private LearningCheck() {}

    /**
     * @param told lessons whose completion was acknowledged, {@code asked} all that were asked for
     * @param shown lessons that his progress shows, {@code done} whether it shows the course as completed
     * @param logged the lesson of each completion in the log, {@code ends} how often the log completes the course
     */
    record Learned(
            String learner,
            String course,
            List<String> lessons,
            Collection<String> told,
            Collection<String> asked,
            List<String> shown,
            boolean done,
            List<String> logged,
            long ends) {}

    static List<String> findings(Learned learned) {
        String of = " of " + learned.learner() + " in " + learned.course();
        List<String> findings = new ArrayList<>();
        findings.addAll(Once.findings("progress" + of, learned.told(), learned.asked(), learned.shown()));
        findings.addAll(Once.findings("completion" + of, learned.told(), learned.asked(), learned.logged()));
        long due = learned.logged().containsAll(learned.lessons()) ? 1 : 0;
        if (learned.ends() != due) {
            findings.add("the end" + of + " is logged " + learned.ends() + " times and not " + due);
        }
        if (learned.done() != (due == 1)) {
            findings.add("the end" + of + (learned.done() ? " is shown too early" : " is not shown"));
        }
        return findings;
    }
}
