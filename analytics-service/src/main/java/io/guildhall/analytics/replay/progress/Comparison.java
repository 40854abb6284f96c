package io.guildhall.analytics.replay.progress;

import io.guildhall.analytics.lake.Duck;
import io.guildhall.analytics.lake.Generation;
import io.guildhall.analytics.lake.LakeState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Counts what one lake holds that another does not, by log, position, event id and content. */
final class Comparison {

    private static final String ONLY = """
        SELECT COUNT(*) FROM (SELECT hash(log, position, event_id, payload) AS h FROM %s) a
        WHERE NOT EXISTS (SELECT 1 FROM (SELECT hash(log, position, event_id, payload) AS h FROM %s) b
                          WHERE a.h = b.h)\
        """;

    private Comparison() {}

    /** How many events of the one are not in the other. */
    static long only(Generation one, LakeState ofOne, Generation other, LakeState ofOther) throws SQLException {
        String sql = ONLY.formatted(Duck.table(one, ofOne), Duck.table(other, ofOther));
        try (Connection duck = Duck.open("1GB");
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
