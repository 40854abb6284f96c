package io.guildhall.platform.simulation;

import io.guildhall.platform.log.Commit;
import io.guildhall.platform.simulation.Entry.Inserted;
import java.util.List;

/** An ordered {@code insertMany}: one document at a time, until the first that breaks a unique key. */
record Insert(String collection, List<Commit> commits) implements Connection.Write {

    @Override
    public int size() {
        return commits.size();
    }

    /** A driver's retry on the next primary does not repeat what the first one did and what came across. */
    @Override
    public boolean apply(int index, Node primary, ReplicaSet replicas, Object request) {
        Commit commit = commits.get(index);
        for (Entry entry : primary.oplog) {
            if (entry.change() instanceof Inserted(String in, Commit other, Object by) && in.equals(collection)) {
                if (by == request && other == commit) {
                    return true;
                }
                if (clash(commit, other)) {
                    return false;
                }
            }
        }
        replicas.append(primary, new Inserted(collection, commit, request));
        return true;
    }

    private static boolean clash(Commit one, Commit other) {
        return one.position() == other.position()
                || one.commandId().equals(other.commandId())
                || (one.streamId().equals(other.streamId()) && one.firstSequence() == other.firstSequence());
    }
}
