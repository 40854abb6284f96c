package io.guildhall.platform.follow;

import io.guildhall.platform.log.LogName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Knows of which logs there is a newer generation, so that nobody goes on with the old one. */
public final class Generations {

    private final Map<String, LogName> names = new HashMap<>();
    private final Set<String> replaced = new HashSet<>();

    /** @param logs that are known from before */
    public Generations(Collection<String> logs) {
        logs.forEach(this::isCurrent);
    }

    /** Takes note of a log that is heard of. @return whether no newer generation of it was */
    public boolean isCurrent(String log) {
        if (names.containsKey(log)) {
            return !replaced.contains(log);
        }
        LogName heard = LogName.parse(log);
        for (LogName known : names.values()) {
            if (heard.replaces(known)) {
                replaced.add(known.toString());
            } else if (known.replaces(heard)) {
                replaced.add(log);
            }
        }
        names.put(log, heard);
        return !replaced.contains(log);
    }
}
