package io.guildhall.analytics.lake;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What columns a file has. The second layout has what most questions look for in a column of its own, so that they need not
 * read payloads; a file of the first is read as if it had, more slowly. Merging and a replay write the second.
 */
final class Layout {

    static final int FIRST = 1;
    static final int NEWEST = 2;

    /** What the second layout adds, out of the payload; nothing where that is no JSON. */
    static final String EXTRACTED = """
        TRY(json_extract_string(payload, '$.memberId')) AS member_id,
        TRY(json_extract_string(payload, '$.courseId')) AS course_id\
        """;

    /** The columns of the lake with their types; a lake without files has these and no rows. */
    static final String NO_EVENTS = """
        (SELECT NULL::VARCHAR AS service, NULL::VARCHAR AS log, NULL::BIGINT AS position, NULL::VARCHAR AS event_id,
                NULL::VARCHAR AS name, NULL::INTEGER AS revision, NULL::VARCHAR AS stream_id, NULL::BIGINT AS sequence,
                NULL::VARCHAR AS community, NULL::VARCHAR AS actor, NULL::TIMESTAMPTZ AS recorded_at,
                NULL::TIMESTAMPTZ AS valid_at, NULL::VARCHAR AS payload, NULL::VARCHAR AS member_id,
                NULL::VARCHAR AS course_id
         WHERE false)\
        """;

    /** The folders tell month and service, so that a file is opened only where its service is asked for. */
    private static final String PARTITIONED =
            "], hive_partitioning = true, hive_types = {'month': VARCHAR, 'service': VARCHAR})";

    private Layout() {}

    /** What stands behind FROM to read files of any layout. */
    static String table(Generation generation, List<LakeFile> files) {
        List<LakeFile> first = files.stream().filter(file -> file.isOf(FIRST)).toList();
        List<LakeFile> newest = files.stream().filter(file -> !file.isOf(FIRST)).toList();
        if (first.isEmpty()) {
            return newest.isEmpty() ? NO_EVENTS : read(generation, newest);
        }
        String extracted = "SELECT *, " + EXTRACTED + " FROM " + read(generation, first);
        return newest.isEmpty()
                ? "(" + extracted + ")"
                : "(SELECT * FROM " + read(generation, newest) + " UNION ALL BY NAME " + extracted + ")";
    }

    private static String read(Generation generation, List<LakeFile> files) {
        return files.stream()
                .map(file -> Duck.text(generation.file(file).toString()))
                .collect(Collectors.joining(", ", "read_parquet([", PARTITIONED));
    }
}
