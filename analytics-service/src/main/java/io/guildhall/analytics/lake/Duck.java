package io.guildhall.analytics.lake;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Opens DuckDB, each time an instance of its own in memory, and writes what its SQL needs. */
public final class Duck {

    /** What stands behind FROM to read a lake that holds nothing. */
    public static final String NO_EVENTS = Layout.NO_EVENTS;

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
        return Layout.table(generation, state.files());
    }

    /** A text as SQL writes it. */
    public static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
