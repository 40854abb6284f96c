package io.guildhall.billing.ledger;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger adds up to, and whether it tells all that happened.
 *
 * @param balanced whether the sum of every currency is 0
 * @param complete whether each captured payment, refund and invoice has its transaction, and each transaction its cause
 * @param findings where that is not so; the first {@value #MOST_FINDINGS}
 */
public record Audit(
        long transactions,
        boolean balanced,
        boolean complete,
        List<Sum> sums,
        List<AccountSum> accounts,
        List<Finding> findings) {

    static final int MOST_FINDINGS = 1_000;

    /**
     * Something that does not fit.
     *
     * @param subjectId the payment, order or invoice whose event should be the cause, if there is one
     * @param causeId the id of that event, {@code cause} its name
     */
    public record Finding(
            Fault fault, @Nullable String subjectId, String transactionId, String causeId, String cause, Instant at) {

        static Finding of(Fault fault, LedgerEntry entry) {
            return new Finding(
                    fault, entry.subjectId(), entry.transactionId(), entry.causeId(), entry.cause(), entry.at());
        }
    }

    /** Over all accounts; 0, or something is wrong. */
    public record Sum(String currency, long sumMinor) {}

    /** Over one account; positive is a debit. */
    public record AccountSum(Account account, String currency, long sumMinor) {}

    /** Adds up; each currency for itself. */
    static final class Adding {

        private final Map<String, Map<Account, Long>> byCurrency = new TreeMap<>();
        private final List<Finding> findings = new ArrayList<>();
        private long transactions;

        void add(LedgerEntry entry) {
            if (findings.size() < MOST_FINDINGS) {
                entry.fault().ifPresent(fault -> findings.add(Finding.of(fault, entry)));
            }
            if (entry.posted() != null) {
                transactions++;
                add(entry.currency(), entry.posted());
            }
        }

        private void add(String currency, List<Posting> postings) {
            var accounts = byCurrency.computeIfAbsent(currency, _ -> new TreeMap<>());
            for (Posting posting : postings) {
                long before = requireNonNullElse(accounts.get(posting.account()), 0L);
                accounts.put(posting.account(), Math.addExact(before, posting.amountMinor()));
            }
        }

        Audit audit() {
            List<Sum> sums = byCurrency.entrySet().stream()
                    .map(each -> new Sum(each.getKey(), sum(each.getValue())))
                    .toList();
            List<AccountSum> accounts = byCurrency.entrySet().stream()
                    .flatMap(each -> each.getValue().entrySet().stream()
                            .map(account -> new AccountSum(account.getKey(), each.getKey(), account.getValue())))
                    .toList();
            boolean balanced = sums.stream().allMatch(sum -> sum.sumMinor() == 0);
            return new Audit(transactions, balanced, findings.isEmpty(), sums, accounts, List.copyOf(findings));
        }

        private static long sum(Map<Account, Long> accounts) {
            return accounts.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
        }
    }
}
