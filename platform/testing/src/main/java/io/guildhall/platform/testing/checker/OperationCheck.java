package io.guildhall.platform.testing.checker;

import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.testing.checker.Operation.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares what clients were told with what is in the logs. */
final class OperationCheck {

    private final List<Operation> operations;
    private final Findings findings;
    private final Map<String, String> opIds = new HashMap<>();

    OperationCheck(List<Operation> operations, Findings findings) {
        this.operations = operations;
        this.findings = findings;
        for (Operation operation : operations) {
            if (operation.command() != null) {
                opIds.put(operation.command(), operation.opId());
            }
        }
    }

    /** By the command ids that the driver noted; a command of a request that it did not send has its own id. */
    private Optional<String> opId(Commit commit) {
        String request = CommandIds.request(commit.commandId());
        String opId = opIds.getOrDefault(commit.commandId(), opIds.get(request));
        boolean fromClient = commit.commandId().startsWith(CommandIds.KEYED);
        return opId == null && fromClient ? Optional.of(commit.commandId()) : Optional.ofNullable(opId);
    }

    void run(List<CheckedLog> logs) {
        Map<String, Operation> sent = new HashMap<>();
        operations.forEach(operation -> sent.put(operation.opId(), operation));
        Set<String> stored = new HashSet<>();
        for (CheckedLog log : logs) {
            for (Commit commit : log.ofRun()) {
                opId(commit).ifPresent(opId -> {
                    stored.add(opId);
                    Operation operation = sent.get(opId);
                    if (operation == null || operation.outcome() == Outcome.FAIL) {
                        findings.add(
                                Count.PHANTOM,
                                "%s/%d of %s, which was %s"
                                        .formatted(
                                                LogName.first(log.service().value()),
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
            } else if (operation.outcome() == Outcome.OK && !stored.contains(operation.opId())) {
                findings.add(
                        Count.LOST, "%s (%s) was done and has no event".formatted(operation.opId(), operation.type()));
            }
        }
    }
}
