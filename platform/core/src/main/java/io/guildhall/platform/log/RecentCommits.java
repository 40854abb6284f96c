package io.guildhall.platform.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The newest commits in memory, without a gap up to an end; so few that no log fills the memory. */
final class RecentCommits {

    static final int MOST_COMMITS = 256;
    static final int MOST_CHARACTERS = 4_000_000;

    private final List<Commit> commits = new ArrayList<>();
    private long characters;
    private long end;

    /** The position of the last event that is known, or behind which the next commits are taken. */
    synchronized long end() {
        return end;
    }

    /** Forgets all that is older, and takes what comes behind {@code position}. */
    synchronized void startBehind(long position) {
        if (position > end) {
            commits.clear();
            characters = 0;
            end = position;
        }
    }

    /** Takes commits in their order; those that are known, or before which something is missing, are passed over. */
    synchronized void add(List<Commit> more) {
        for (Commit commit : more) {
            if (commit.position() == end + 1) {
                commits.add(commit);
                characters += characters(commit);
                end = commit.last();
            }
        }
        int first = 0;
        while (commits.size() - first > MOST_COMMITS || characters > MOST_CHARACTERS) {
            characters -= characters(commits.get(first++));
        }
        commits.subList(0, first).clear();
    }

    /** As {@link OrderedCommits#after}, for what is known of that; empty where its first events are not. */
    synchronized Optional<List<Commit>> after(long after, int limit) {
        if (after >= end || commits.isEmpty() || after + 1 < commits.getFirst().position()) {
            return Optional.empty();
        }
        int first = commits.size() - 1;
        while (commits.get(first).position() > after + 1) {
            first--;
        }
        return Optional.of(List.copyOf(commits.subList(first, Math.min(commits.size(), first + limit))));
    }

    private static long characters(Commit commit) {
        return commit.events().stream()
                .mapToLong(event -> event.payload().length())
                .sum();
    }
}
