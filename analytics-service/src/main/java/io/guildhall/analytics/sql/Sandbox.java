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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs an analyst's query beside this process over one community's views, and kills it at its limits. */
@Component
public class Sandbox {

    /** From the moment it is asked. */
    static final int MOST_SECONDS = 2;

    static final int MOST_MEGABYTES = 512;
    /** How many rows an answer has at most. */
    public static final int MOST_ROWS = 10_000;

    private static final int AT_ONCE = 2;
    private static final long MEGABYTE = 1024L * 1024;
    /** What is left for the query itself where the process starts slowly. */
    private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long LOOK_MILLIS = 10;

    private final QueryGate gate;
    private final Lake lake;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Sandbox(QueryGate gate, Lake lake) {
        this.gate = gate;
        this.lake = lake;
    }

    /** @throws io.guildhall.platform.problem.Refusal when the query is not let in, fails or is stopped */
    public QueryResult run(String query, String community, Window window) {
        long asked = System.nanoTime();
        String allowed = gate.check(query);
        if (!places.tryAcquire()) {
            throw new TooManyQueries();
        }
        try (var process = open(allowed, community, window)) {
            return await(process, asked);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            places.release();
        }
    }

    /** A process in which the query runs, whatever it is. */
    SandboxProcess open(String query, String community, Window window) throws IOException {
        return new SandboxProcess(statements(community, window), query, MOST_ROWS);
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

    private static QueryResult await(SandboxProcess process, long asked) throws IOException {
        long ready = 0;
        while (true) {
            long now = System.nanoTime();
            if (ready == 0 && process.ready().isDone()) {
                ready = now;
            }
            if (process.memory() > MOST_MEGABYTES * MEGABYTE) {
                throw new QueryTooLarge();
            }
            boolean tooLong = now - asked > TimeUnit.SECONDS.toNanos(MOST_SECONDS);
            if (tooLong && ready != 0 && now - ready > LEAST_NANOS) {
                throw new QueryTooSlow();
            }
            if (ready == 0 && now - asked > START_NANOS) {
                throw new IOException("The sandbox does not start");
            }
            try {
                return process.result().get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                continue;
            } catch (ExecutionException e) {
                throw failure(e.getCause(), ready != 0);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    /** A process that dies of itself while it runs a query has run out of memory. */
    private static RuntimeException failure(@Nullable Throwable cause, boolean ready) {
        if (cause instanceof RuntimeException told) {
            return told;
        }
        return ready ? new QueryTooLarge() : new IllegalStateException("The sandbox did not start", cause);
    }
}
