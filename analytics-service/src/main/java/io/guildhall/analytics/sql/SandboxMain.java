package io.guildhall.analytics.sql;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The process in which one query runs: prepares an engine as it is told, says so, runs the query and ends. It knows
 * nothing but the JDK and the engine.
 */
final class SandboxMain {

    static final int READY = 'R';
    static final int COLUMNS = 'C';
    static final int ROW = 'D';
    static final int END = 'E';
    static final int FAILED = 'F';

    private SandboxMain() {}

    /** Reads statements and a query, each as length and UTF-8, from standard input. */
    public static void main(String[] args) throws IOException, SQLException {
        var in = new DataInputStream(System.in);
        var out = new DataOutputStream(new BufferedOutputStream(System.out, 64 * 1024));
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            int statements = in.readInt();
            for (int i = 0; i < statements; i++) {
                try (Statement statement = duck.createStatement()) {
                    statement.execute(text(in));
                }
            }
            String query = text(in);
            int most = in.readInt();
            out.writeByte(READY);
            out.flush();
            try {
                run(duck, query, most, out);
                out.writeByte(END);
            } catch (SQLException e) {
                out.writeByte(FAILED);
                write(out, String.valueOf(e.getMessage()));
            }
            out.flush();
        }
    }

    private static void run(Connection duck, String query, int most, DataOutputStream out)
            throws SQLException, IOException {
        try (PreparedStatement described = duck.prepareStatement(query)) {
            ResultSetMetaData columns = described.getMetaData();
            out.writeByte(COLUMNS);
            out.writeInt(columns.getColumnCount());
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                write(out, columns.getColumnName(i));
                write(out, columns.getColumnTypeName(i));
            }
        }
        String rows = "SELECT CAST(to_json(q) AS VARCHAR) FROM (" + query + "\n) AS q LIMIT " + most;
        try (Statement statement = duck.createStatement();
                ResultSet row = statement.executeQuery(rows)) {
            while (row.next()) {
                out.writeByte(ROW);
                write(out, row.getString(1));
            }
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
