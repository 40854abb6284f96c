package io.guildhall.platform.simulation;

import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.CommitStore;
import io.guildhall.platform.simulation.Entry.Inserted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One collection of commits in the replica set, as one process reaches it through its driver. */
final class SimulatedStore implements CommitStore {

    private final Connection connection;
    private final String collection;
    private final Variation variation;

    SimulatedStore(Connection connection, String collection, Variation variation) {
        this.variation = variation;
        this.connection = connection;
        this.collection = collection;
    }

    @Override
    public int insert(List<Commit> ordered) {
        return connection.write("insert", new Insert(collection, List.copyOf(ordered)));
    }

    @Override
    public Optional<Commit> last() {
        return read(
                "read head",
                variation == Variation.CHAINS_BEHIND_UNCOMMITTED,
                found -> found.max(Comparator.comparingLong(Commit::position)));
    }

    @Override
    public List<Commit> from(long position, int limit) {
        return read(
                "read from",
                variation == Variation.READS_UNCOMMITTED,
                found -> found.filter(commit -> commit.position() >= position)
                        .sorted(Comparator.comparingLong(Commit::position))
                        .limit(limit)
                        .toList());
    }

    @Override
    public Optional<Commit> containing(long position) {
        return read(
                "read from",
                variation == Variation.READS_UNCOMMITTED,
                found -> found.filter(commit -> commit.position() <= position)
                        .max(Comparator.comparingLong(Commit::position))
                        .filter(commit -> commit.last() >= position));
    }

    @Override
    public Optional<Commit> byCommand(String commandId) {
        return read("read command", false, found -> found.filter(has(commandId)).findFirst());
    }

    @Override
    public Optional<Commit> byCommandForSure(String commandId) {
        if (variation == Variation.REFUSES_AFTER_PLAIN_READ) {
            return byCommand(commandId);
        }
        return connection.readForSure(
                "read command for sure",
                node -> commits(node, node.oplog.size()).stream()
                        .filter(has(commandId))
                        .findFirst());
    }

    @Override
    public List<Commit> stream(String streamId, long fromSequence, int limit) {
        return read(
                "read stream",
                false,
                found -> found.filter(of(streamId))
                        .filter(commit -> commit.firstSequence() >= fromSequence)
                        .sorted(Comparator.comparingLong(Commit::firstSequence))
                        .limit(limit)
                        .toList());
    }

    @Override
    public Optional<Commit> lastOf(String streamId) {
        return read(
                "read last of stream",
                false,
                found -> found.filter(of(streamId)).max(Comparator.comparingLong(Commit::firstSequence)));
    }

    private static Predicate<Commit> has(String commandId) {
        return commit -> commit.commandId().equals(commandId);
    }

    private static Predicate<Commit> of(String streamId) {
        return commit -> commit.streamId().equals(streamId);
    }

    /** A majority read sees what the node knows to be on a majority. */
    private <T> T read(String phase, boolean uncommitted, Function<Stream<Commit>, T> query) {
        return connection.read(
                phase, node -> query.apply(commits(node, uncommitted ? node.oplog.size() : node.committed).stream()));
    }

    private List<Commit> commits(Node node, int length) {
        List<Commit> commits = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            if (node.oplog.get(i).change() instanceof Inserted(String in, Commit commit, Object _)
                    && in.equals(collection)) {
                commits.add(commit);
            }
        }
        return commits;
    }
}
