package io.guildhall.analytics.sql;

import io.guildhall.analytics.lake.Duck;
import io.guildhall.analytics.metric.Prelude;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets through one SELECT over known views with known table functions, told by the engine's own parser in an instance
 * that holds nothing. What it does not know it refuses.
 */
@Component
public class QueryGate {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> TABLE_FUNCTIONS = Set.of("range", "generate_series", "unnest");
    private static final Set<String> CLOSED_FUNCTIONS = Set.of("current_setting", "getenv", "getvariable", "nextval");
    private static final Set<String> KNOWN = Set.of(
            "SELECT_NODE",
            "SET_OPERATION_NODE",
            "RECURSIVE_CTE_NODE",
            "CTE_NODE",
            "EMPTY",
            "BASE_TABLE",
            "SUBQUERY",
            "JOIN",
            "TABLE_FUNCTION",
            "EXPRESSION_LIST",
            "ORDER_MODIFIER",
            "LIMIT_MODIFIER",
            "LIMIT_PERCENT_MODIFIER",
            "DISTINCT_MODIFIER",
            "ORDER_DEFAULT",
            "ASCENDING",
            "DESCENDING");

    private final Set<String> views = Set.copyOf(Prelude.views());

    /**
     * The query as the parser writes it, without comments.
     *
     * @throws QueryNotAllowed when it is anything but such a SELECT
     * @throws QueryFailed when it cannot be parsed
     */
    public String check(String query) {
        try (Connection duck = Duck.open("128MB")) {
            JsonNode parsed = JSON.readTree(ask(duck, "SELECT CAST(json_serialize_sql(?) AS VARCHAR)", query));
            if (parsed.path("error").asBoolean(true)) {
                if (parsed.path("error_type").asString("").equals("parser")) {
                    throw new QueryFailed(parsed.path("error_message").asString(""), offset(parsed, query));
                }
                throw new QueryNotAllowed(firstWord(query));
            }
            if (parsed.path("statements").size() != 1) {
                throw new QueryNotAllowed("; …");
            }
            Set<String> tables = new HashSet<>(views);
            collect(parsed, tables);
            walk(parsed, tables);
            return ask(duck, "SELECT json_deserialize_sql(CAST(? AS JSON))", parsed.toString());
        } catch (SQLException e) {
            throw new QueryNotAllowed(firstWord(query));
        }
    }

    /** Names that the query gives itself in WITH; only plain ones, since another may be the name of a file. */
    private static void collect(JsonNode node, Set<String> tables) {
        for (JsonNode entry : node.path("cte_map").path("map")) {
            String name = entry.path("key").asString("");
            if (!PLAIN.matcher(name).matches()) {
                throw new QueryNotAllowed(name);
            }
            tables.add(name);
        }
        node.forEach(child -> collect(child, tables));
    }

    private static void walk(JsonNode node, Set<String> tables) {
        if (node.isObject() && node.path("type").isString()) {
            check(node, node.path("type").asString(), tables);
        }
        node.forEach(child -> walk(child, tables));
    }

    private static void check(JsonNode node, String type, Set<String> tables) {
        if (node.has("class")) { // an expression
            String function = name(node, "function_name");
            if (type.equals("FUNCTION") && CLOSED_FUNCTIONS.contains(function)) {
                throw new QueryNotAllowed(function);
            }
            return;
        }
        if (!KNOWN.contains(type)) {
            throw new QueryNotAllowed(type);
        }
        if (type.equals("TABLE_FUNCTION") && !TABLE_FUNCTIONS.contains(name(node.path("function"), "function_name"))) {
            throw new QueryNotAllowed(name(node.path("function"), "function_name"));
        }
        if (type.equals("BASE_TABLE")) {
            boolean elsewhere = !name(node, "schema_name").isEmpty()
                    || !name(node, "catalog_name").isEmpty();
            if (elsewhere || tables.stream().noneMatch(name(node, "table_name")::equalsIgnoreCase)) {
                throw new QueryNotAllowed(node.path("table_name").asString(""));
            }
        }
    }

    private static String name(JsonNode node, String field) {
        return node.path(field).asString("").toLowerCase(Locale.ROOT);
    }

    private static String ask(Connection duck, String sql, String parameter) throws SQLException {
        try (PreparedStatement statement = duck.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** The parser counts bytes. */
    private static int offset(JsonNode parsed, String query) {
        byte[] bytes = query.getBytes(StandardCharsets.UTF_8);
        int before = parsed.path("position").asInt(QueryFailed.NOWHERE);
        return before < 0 || before > bytes.length
                ? QueryFailed.NOWHERE
                : new String(bytes, 0, before, StandardCharsets.UTF_8).length();
    }

    private static String firstWord(String query) {
        return List.of(query.strip().split("\\s+", 2)).getFirst().toUpperCase(Locale.ROOT);
    }
}
