package io.guildhall.analytics.sql;

import io.guildhall.analytics.lake.Duck;
import io.guildhall.analytics.lake.Generation;
import io.guildhall.analytics.lake.Lake;
import io.guildhall.analytics.lake.LakeState;
import io.guildhall.analytics.metric.Prelude;
import io.guildhall.analytics.metric.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs an analyst's query beside this process over one community's views, and kills it at its limits. */
@Component
public class Sandbox implements SmartLifecycle {

    /** From the moment it is asked until it is told that it was stopped. */
    static final int MOST_SECONDS = 2;

    /** Of these, what is kept for ending the process and telling of it. */
    private static final long FAREWELL_MILLIS = 400;

    static final int MOST_MEGABYTES = 512;
    /** How many rows an answer has at most. */
    public static final int MOST_ROWS = 10_000;

    static final int AT_ONCE = 2;
    private static final long MEGABYTE = 1024L * 1024;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);

    private final QueryGate gate;
    private final Lake lake;
    private final SandboxPool pool = new SandboxPool();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private volatile boolean running;

    Sandbox(QueryGate gate, Lake lake) {
        this.gate = gate;
        this.lake = lake;
    }

    /** Returns when all is ready for the first queries; the gate unpacks its engine too. */
    @Override
    public void start() {
        gate.check("SELECT 1");
        pool.start(AT_ONCE);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        pool.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** @throws io.guildhall.platform.problem.Refusal when the query is not let in, fails or is stopped */
    public QueryResult run(String query, String community, Window window) {
        long end = System.nanoTime()
                + TimeUnit.SECONDS.toNanos(MOST_SECONDS)
                - TimeUnit.MILLISECONDS.toNanos(FAREWELL_MILLIS);
        String allowed = gate.check(query);
        if (!places.tryAcquire()) {
            throw new TooManyQueries();
        }
        try {
            return runUnchecked(allowed, community, window, end);
        } finally {
            places.release();
        }
    }

    /** Runs it whatever it is; where a process dies before it has begun, in the next one. */
    QueryResult runUnchecked(String query, String community, Window window, long end) {
        while (true) {
            List<String> statements = statements(community, window);
            try (var process = pool.take(end)) {
                return await(process, process.ask(statements, query, MOST_ROWS), end);
            } catch (IOException | UncheckedIOException e) {
                LOG.warn("The query goes to another process", e);
            }
        }
    }

    /** All that is set before the query is read; locked last. */
    private List<String> statements(String community, Window window) {
        Generation generation = lake.current();
        LakeState state = generation.state();
        List<String> statements = new ArrayList<>(List.of(
                "SET threads = 1",
                "SET memory_limit = '256MB'",
                "SET temp_directory = ''",
                "SET autoinstall_known_extensions = false",
                "SET autoload_known_extensions = false",
                "SET allow_community_extensions = false"));
        statements.addAll(Prelude.statements("duckdb", Duck.table(generation, state), community, window));
        String files = state.files().stream()
                .map(file -> Duck.text(generation.file(file).toString()))
                .collect(Collectors.joining(", ", "[", "]"));
        if (!state.files().isEmpty()) {
            statements.add("SET allowed_paths = " + files);
        }
        statements.add("SET enable_external_access = false");
        statements.add("SET lock_configuration = true");
        return statements;
    }

    private static QueryResult await(SandboxProcess process, Future<QueryResult> result, long end) {
        while (true) {
            if (process.memory() > MOST_MEGABYTES * MEGABYTE) {
                throw new QueryTooLarge();
            }
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw process.hasBegun() ? new QueryTooSlow() : new EngineNotReady();
            }
            try {
                return result.get(Math.min(left, LOOK_NANOS), TimeUnit.NANOSECONDS);
            } catch (TimeoutException _) {
                continue;
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException told ? told : new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }
}
