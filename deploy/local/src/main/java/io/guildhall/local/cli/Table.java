package io.guildhall.local.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines up cells in columns as wide as their widest, two blanks apart; an ideograph takes two places. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    List<String> lines() {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int at = 0; at < row.size(); at++) {
                int width = width(row.get(at));
                if (at == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(at, Math.max(widths.get(at), width));
                }
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int at = 0; at < row.size(); at++) {
            String cell = row.get(at);
            line.append(cell).append(" ".repeat(widths.get(at) - width(cell) + 2));
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePoints()
                .map(sign -> Character.isIdeographic(sign) ? 2 : 1)
                .sum();
    }
}
