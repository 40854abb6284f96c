package io.guildhall.analytics.lake;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Opens DuckDB, each time an instance of its own in memory, and writes what its SQL needs. */
public final class Duck {

    /** The columns of the lake with their types; a lake without files has these and no rows. */
    private static final String NO_EVENTS = """
        (SELECT NULL::VARCHAR AS service, NULL::VARCHAR AS log, NULL::BIGINT AS position, NULL::VARCHAR AS event_id,
                NULL::VARCHAR AS name, NULL::INTEGER AS revision, NULL::VARCHAR AS stream_id, NULL::BIGINT AS sequence,
                NULL::VARCHAR AS community, NULL::VARCHAR AS actor, NULL::TIMESTAMPTZ AS recorded_at,
                NULL::TIMESTAMPTZ AS valid_at, NULL::VARCHAR AS payload
         WHERE false)\
        """;

    /** The folders tell month and service, so that a file is opened only where its service is asked for. */
    private static final String PARTITIONED =
            "], hive_partitioning = true, hive_types = {'month': VARCHAR, 'service': VARCHAR})";

    private Duck() {}

    /** @param memory how much it may take at most, like {@code 256MB} */
    public static Connection open(String memory) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        run(connection, "SET memory_limit = '" + memory + "'");
        run(connection, "SET threads = 2");
        run(connection, "SET autoinstall_known_extensions = false");
        run(connection, "SET autoload_known_extensions = false");
        return connection;
    }

    /** A statement that failed is closed by the driver, so each is a new one. */
    public static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What stands behind FROM to read the files of this state. */
    public static String table(Generation generation, LakeState state) {
        if (state.files().isEmpty()) {
            return NO_EVENTS;
        }
        return table(state.files().stream()
                .map(file -> generation.file(file).toString())
                .toList());
    }

    private static String table(List<String> paths) {
        return paths.stream().map(Duck::text).collect(Collectors.joining(", ", "read_parquet([", PARTITIONED));
    }

    /** A text as SQL writes it. */
    public static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
