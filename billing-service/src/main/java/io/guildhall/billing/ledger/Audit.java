package io.guildhall.billing.ledger;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a ledger adds up to.
 *
 * @param balanced whether the sum of every currency is 0
 */
public record Audit(long transactions, boolean balanced, List<Sum> sums, List<AccountSum> accounts) {

    /** Over all accounts; 0, or something is wrong. */
    public record Sum(String currency, long sumMinor) {}

    /** Over one account; positive is a debit. */
    public record AccountSum(Account account, String currency, long sumMinor) {}

    /** Adds up; each currency for itself. */
    static final class Adding {

        private final Map<String, Map<Account, Long>> byCurrency = new TreeMap<>();
        private long transactions;

        void add(LedgerEntry entry) {
            transactions++;
            var accounts = byCurrency.computeIfAbsent(entry.currency(), _ -> new TreeMap<>());
            for (Posting posting : entry.postings()) {
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
            return new Audit(transactions, sums.stream().allMatch(sum -> sum.sumMinor() == 0), sums, accounts);
        }

        private static long sum(Map<Account, Long> accounts) {
            return accounts.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
        }
    }
}
