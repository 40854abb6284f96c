package io.guildhall.platform.testing;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class in which a query was answered by reading a whole collection: each needs an index on real servers.
 * Use with {@code @ExtendWith(NoFullScans.class)} on tests that take their store from {@link Servers}.
 */
public final class NoFullScans implements BeforeAllCallback, AfterAllCallback {

    private long before;
    private Set<String> known = Set.of();

    @Override
    public void beforeAll(ExtensionContext context) {
        before = Servers.fullScans();
        known = Servers.fullScanQueries();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        long scans = Servers.fullScans() - before;
        if (scans > 0) {
            Set<String> queries = new TreeSet<>(Servers.fullScanQueries());
            queries.removeAll(known);
            throw new AssertionError(scans + " queries had no index: " + (queries.isEmpty() ? known : queries));
        }
    }
}
