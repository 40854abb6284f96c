package io.guildhall.analytics.sql;

import java.util.List;

/**
 * What a query found.
 *
 * @param rows each a JSON object with the columns by name
 * @param truncated whether there were more rows than are told
 */
public record QueryResult(List<Column> columns, List<String> rows, boolean truncated) {

    /** @param type as the engine calls it */
    public record Column(String name, String type) {}
}
