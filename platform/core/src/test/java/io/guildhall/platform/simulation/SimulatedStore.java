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

/** One collection of commits in the replica set, as one process reaches it through its driver. */
class SimulatedStore implements CommitStore {

    private final Connection connection;
    private final String collection;

    SimulatedStore(Connection connection, String collection) {
        this.connection = connection;
        this.collection = collection;
    }

    @Override
    public int insert(List<Commit> ordered) {
        return connection.write("insert", new Insert(collection, List.copyOf(ordered)));
    }

    @Override
    public Optional<Commit> last() {
        return read("read head", found -> found.max(Comparator.comparingLong(Commit::position)));
    }

    @Override
    public List<Commit> from(long position, int limit) {
        return read(
                "read from",
                found -> found.filter(commit -> commit.position() >= position)
                        .sorted(Comparator.comparingLong(Commit::position))
                        .limit(limit)
                        .toList());
    }

    @Override
    public Optional<Commit> containing(long position) {
        return read(
                "read from",
                found -> found.filter(commit -> commit.position() <= position)
                        .max(Comparator.comparingLong(Commit::position))
                        .filter(commit -> commit.last() >= position));
    }

    @Override
    public Optional<Commit> byCommand(String commandId) {
        return read("read command", found -> found.filter(has(commandId)).findFirst());
    }

    @Override
    public Optional<Commit> byCommandForSure(String commandId) {
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
                found -> found.filter(of(streamId)).max(Comparator.comparingLong(Commit::firstSequence)));
    }

    private static Predicate<Commit> has(String commandId) {
        return commit -> commit.commandId().equals(commandId);
    }

    private static Predicate<Commit> of(String streamId) {
        return commit -> commit.streamId().equals(streamId);
    }

    /** How much of a node's oplog a read sees; a majority read sees what the node knows to be on a majority. */
    int visible(Node node) {
        return node.committed;
    }

    private <T> T read(String phase, Function<java.util.stream.Stream<Commit>, T> query) {
        return connection.read(phase, node -> query.apply(commits(node, visible(node)).stream()));
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
