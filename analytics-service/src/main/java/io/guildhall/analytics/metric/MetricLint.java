package io.guildhall.analytics.metric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells what in a metric's text would read differently on another engine, or is no question at all. */
public final class MetricLint {

    private static final Map<Pattern, String> FORBIDDEN = new LinkedHashMap<>();

    static {
        forbid(";", "one statement, without a semicolon");
        forbid("\\$", "no parameters: from_at(), to_at(), as_of()");
        forbid("\"|`", "plain lower-case identifiers: quotes mean different things");
        forbid("::", "CAST(x AS type)");
        forbid("\\bQUALIFY\\b", "a subquery: Trino does not know QUALIFY");
        forbid("\\bINTERVAL\\b", "add_days of the prelude");
        forbid("\\bDATE_?(DIFF|ADD|SUB|TRUNC)\\b", "functions of the prelude");
        forbid("\\bEXTRACT\\b", "functions of the prelude: day numbers differ");
        forbid("\\bTIME\\s+ZONE\\b", "local_date of the prelude");
        forbid(
                "\\b(NOW\\s*\\(|CURRENT_|LOCALTIME|RANDOM|RAND\\s*\\()",
                "as_of(): the answer is the same whenever asked");
        forbid("\\bAS\\s+(VARCHAR|STRING|TEXT)\\b", "no cast to text: Spark has no VARCHAR");
        forbid("\\bAS\\s+(INT|INTEGER|SMALLINT)\\b", "BIGINT: engines round differently");
        forbid("\\bROUND\\s*\\(", "no rounding: it is done once, outside");
        forbid("\\b(DOUBLE|FLOAT|REAL|AVG\\s*\\()", "integers and a divisor: doubles add up differently in each order");
        forbid("\\bCONCAT\\s*\\(", "||: CONCAT treats NULL differently");
        forbid("\\bPERCENTILE_|\\bMEDIAN\\b|\\bIGNORE\\s+NULLS\\b", "not known to every engine");
        forbid("\\b(ANTI|SEMI)\\s+JOIN\\b", "NOT EXISTS, EXISTS");
        forbid("\\bCOUNT\\s*\\(\\s*DISTINCT\\s+[^(),]+,", "one column under COUNT(DISTINCT)");
        forbid("\\bSELECT\\s+\\*", "name the columns");
        forbid("/(?!\\s*NULLIF\\s*\\()", "x / NULLIF(y, 0): division by zero differs");
        forbid(
                "\\b(JSON_EXTRACT|GET_JSON_OBJECT|READ_(PARQUET|CSV|JSON|NDJSON|TEXT|BLOB)|SCAN_|GLOB\\b|RAW_EVENTS\\b)",
                "views and functions of the prelude");
        forbid(
                "\\b(COPY|ATTACH|INSTALL|LOAD|PRAGMA|SET|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|CALL|EXPORT|IMPORT)\\b",
                "a question changes nothing");
    }

    private MetricLint() {}

    private static void forbid(String pattern, String instead) {
        FORBIDDEN.put(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), instead);
    }

    /** What is wrong with the text, empty if nothing is; comments and texts in quotes are not looked at. */
    public static List<String> check(String sql) {
        String bare =
                sql.replaceAll("(?m)--.*$", "").replaceAll("'[^']*'", "''").strip();
        if (!bare.matches("(?is)(SELECT|WITH)\\b.*")) {
            return List.of("a metric is one SELECT");
        }
        return FORBIDDEN.entrySet().stream()
                .filter(rule -> rule.getKey().matcher(bare).find())
                .map(rule -> rule.getKey().pattern() + " is forbidden; use instead: " + rule.getValue())
                .toList();
    }
}
