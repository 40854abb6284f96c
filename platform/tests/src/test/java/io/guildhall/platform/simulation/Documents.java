package io.guildhall.platform.simulation;

import io.guildhall.platform.simulation.Entry.Put;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Documents beside the log: read as the primary has them, changed one at a time, acknowledged by a majority. */
final class Documents {

    /** What stands in the place of a removed document. */
    private static final Object REMOVED = new Object();

    private final Connection connection;

    Documents(Connection connection) {
        this.connection = connection;
    }

    Optional<Object> find(String phase, String key) {
        return connection.read(phase, node -> find(node, key));
    }

    /** The keys that begin so and whose newest document is as wanted, as the primary has them. */
    Set<String> keys(String phase, String prefix, Predicate<Object> wanted) {
        return connection.read(phase, node -> keys(node, prefix, wanted));
    }

    /**
     * Changes one document in one step.
     *
     * @param change takes the document as it is, or {@code null}; its result is what it shall be
     * @return whether the change was made
     */
    boolean change(String phase, String key, Function<@Nullable Object, Change> change) {
        return connection.write(phase, new Single(key, change)) == 1;
    }

    /** What shall become of a document. */
    sealed interface Change {
        record To(Object document) implements Change {}

        record Removal() implements Change {}

        record None() implements Change {}
    }

    /** The document as this node has it. */
    static Optional<Object> find(Node node, String key) {
        for (int i = node.oplog.size() - 1; i >= 0; i--) {
            if (node.oplog.get(i).change() instanceof Put(String at, Object value) && at.equals(key)) {
                return value == REMOVED ? Optional.empty() : Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** The keys that begin so and whose newest document on this node is as wanted. */
    static Set<String> keys(Node node, String prefix, Predicate<Object> wanted) {
        Set<String> keys = new TreeSet<>();
        for (Entry entry : node.oplog) {
            if (entry.change() instanceof Put(String key, Object _)
                    && key.startsWith(prefix)
                    && find(node, key).filter(wanted).isPresent()) {
                keys.add(key);
            }
        }
        return keys;
    }

    private record Single(String key, Function<@Nullable Object, Change> change) implements Connection.Write {

        @Override
        public int size() {
            return 1;
        }

        @Override
        public boolean apply(int index, Node primary, ReplicaSet replicas, Object request) {
            Optional<Object> found = find(primary, key);
            return switch (change.apply(found.orElse(null))) {
                case Change.To(Object document) -> {
                    replicas.append(primary, new Put(key, document));
                    yield true;
                }
                case Change.Removal _ -> {
                    if (found.isPresent()) {
                        replicas.append(primary, new Put(key, REMOVED));
                    }
                    yield true;
                }
                case Change.None _ -> false;
            };
        }
    }
}
