package io.guildhall.analytics.sql;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The process in which one query runs: opens an engine and waits, prepares it as it is told, says so, runs the query
 * and ends. It ends too when whoever started it is gone. It knows nothing but the JDK and the engine.
 */
final class SandboxMain {

    static final int WAITING = 'W';
    static final int READY = 'R';
    static final int COLUMNS = 'C';
    static final int ROW = 'D';
    static final int END = 'E';
    static final int FAILED = 'F';

    private SandboxMain() {}

    /**
     * Reads statements and a query, each as length and UTF-8, from standard input.
     *
     * @param args the folder to delete when that closes before anything was asked
     */
    public static void main(String[] args) throws IOException, SQLException {
        var in = new DataInputStream(System.in);
        var out = new DataOutputStream(new BufferedOutputStream(System.out, 64 * 1024));
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            run(duck, "SELECT 1", 1, new DataOutputStream(OutputStream.nullOutputStream()));
            say(out, WAITING);
            int statements;
            try {
                statements = in.readInt();
            } catch (EOFException _) {
                delete(Path.of(args[0]));
                return;
            }
            for (int i = 0; i < statements; i++) {
                try (Statement statement = duck.createStatement()) {
                    statement.execute(text(in));
                }
            }
            String query = text(in);
            int most = in.readInt();
            endWith(in);
            say(out, READY);
            answer(duck, query, most, out);
        }
    }

    private static void say(DataOutputStream out, int word) throws IOException {
        out.writeByte(word);
        out.flush();
    }

    /** The other side holds its end open until it has the answer, whatever becomes of it. */
    private static void endWith(InputStream in) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                in.read();
            } catch (IOException _) {
                // as good as closed
            }
            Runtime.getRuntime().halt(1);
        });
    }

    private static void answer(Connection duck, String query, int most, DataOutputStream out) throws IOException {
        try {
            run(duck, query, most, out);
            out.writeByte(END);
        } catch (SQLException e) {
            out.writeByte(FAILED);
            write(out, String.valueOf(e.getMessage()));
        }
        out.flush();
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

    /** Others that waited do the same at the same time. */
    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> inmost = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : inmost) {
                Files.deleteIfExists(file);
            }
        }
    }

    static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
