package io.guildhall.platform.verify;

import java.util.ArrayList;
import java.util.List;

/** One count of a verification, with its first findings. */
public final class Check {

    private static final int MOST_FINDINGS = 20;

    private final String name;
    private final List<String> findings = new ArrayList<>();
    private long count;

    Check(String name) {
        this.name = name;
    }

    void found(String what) {
        count++;
        if (findings.size() < MOST_FINDINGS) {
            findings.add(what);
        }
    }

    public String getName() {
        return name;
    }

    public long getCount() {
        return count;
    }

    public List<String> getFindings() {
        return List.copyOf(findings);
    }
}
