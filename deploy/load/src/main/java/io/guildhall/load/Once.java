package io.guildhall.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares what callers asked for and were told with what is kept of it. */
final class Once {

    private Once() {}

    /**
     * @param told what somebody was told is done
     * @param asked what somebody asked for, whatever he was told
     * @param kept all that is there, as often as it is there
     * @return a line for each that was told and is not kept, is kept twice, or is kept though nobody asked for it
     */
    static List<String> findings(
            String what, Collection<String> told, Collection<String> asked, Collection<String> kept) {
        List<String> findings = new ArrayList<>();
        Set<String> there = new HashSet<>(kept);
        new TreeSet<>(told)
                .stream()
                        .filter(each -> !there.contains(each))
                        .forEach(each -> findings.add("lost: " + what + " " + each));
        for (String each : new TreeSet<>(there)) {
            int times = Collections.frequency(kept, each);
            if (times > 1) {
                findings.add("doubled: " + what + " " + each + ", " + times + " times");
            }
            if (!asked.contains(each)) {
                findings.add("phantom: " + what + " " + each);
            }
        }
        return findings;
    }
}
