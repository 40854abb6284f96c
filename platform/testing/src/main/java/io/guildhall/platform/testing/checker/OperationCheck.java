package io.guildhall.platform.testing.checker;

import io.guildhall.platform.log.Commit;
import io.guildhall.platform.testing.checker.Operation.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Compares what clients were told with what is in the logs. */
final class OperationCheck {

    private final List<Operation> operations;
    private final Predicate<Operation> leavesEvents;
    private final Function<Commit, Optional<String>> opIds;
    private final Findings findings;

    OperationCheck(
            List<Operation> operations,
            Predicate<Operation> leavesEvents,
            Function<Commit, Optional<String>> opIds,
            Findings findings) {
        this.operations = operations;
        this.leavesEvents = leavesEvents;
        this.opIds = opIds;
        this.findings = findings;
    }

    /** Matches by the command ids that the driver noted; a command of a request that it did not send has its own id. */
    static Function<Commit, Optional<String>> byCommand(List<Operation> operations) {
        Map<String, String> opIds = new HashMap<>();
        for (Operation operation : operations) {
            if (operation.command() != null) {
                opIds.put(operation.command(), operation.opId());
            }
        }
        return commit -> {
            String request = CommandIds.request(commit.commandId());
            String opId = opIds.getOrDefault(commit.commandId(), opIds.get(request));
            boolean fromClient = commit.commandId().startsWith(CommandIds.KEYED);
            return opId == null && fromClient ? Optional.of(commit.commandId()) : Optional.ofNullable(opId);
        };
    }

    void run(List<CheckedLog> logs) {
        Map<String, Operation> sent = new HashMap<>();
        operations.forEach(operation -> sent.put(operation.opId(), operation));
        Set<String> stored = new HashSet<>();
        for (CheckedLog log : logs) {
            for (Commit commit : log.commits()) {
                opIds.apply(commit).ifPresent(opId -> {
                    stored.add(opId);
                    Operation operation = sent.get(opId);
                    if (operation == null || operation.outcome() == Outcome.FAIL) {
                        findings.add(
                                Count.PHANTOM,
                                "%s/%d of %s, which was %s"
                                        .formatted(
                                                log.service().log(),
                                                commit.position(),
                                                opId,
                                                operation == null ? "never sent" : "refused"));
                    }
                });
            }
        }
        for (Operation operation : operations) {
            if (operation.returnedAt() == null) {
                findings.add(Count.STUCK, operation.opId() + " never returned");
            } else if (operation.outcome() == Outcome.OK
                    && leavesEvents.test(operation)
                    && !stored.contains(operation.opId())) {
                findings.add(Count.LOST, operation.opId() + " was done and has no event");
            }
        }
    }
}
