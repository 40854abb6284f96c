package io.guildhall.platform.testing.checker;

import com.mongodb.client.MongoDatabase;
import io.guildhall.platform.ServiceName;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.CommitStore;
import io.guildhall.platform.log.MongoCommitStore;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that lies in the log of one service, as it lies there.
 *
 * @param before the last position that lay there before the run
 */
public record CheckedLog(ServiceName service, List<Commit> commits, long before) {

    private static final int PAGE = 500;

    public CheckedLog {
        commits = List.copyOf(commits);
    }

    public static CheckedLog of(ServiceName service, MongoDatabase database, long before) {
        CommitStore store = new MongoCommitStore(database, "log_0");
        List<Commit> all = new ArrayList<>();
        List<Commit> page = store.from(0, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = store.from(page.getLast().position() + 1, PAGE);
        }
        return new CheckedLog(service, all, before);
    }

    /** What was stored during the run. */
    List<Commit> ofRun() {
        return commits.stream().filter(commit -> commit.position() > before).toList();
    }

    long head() {
        return commits.isEmpty() ? 0 : commits.getLast().last();
    }
}
