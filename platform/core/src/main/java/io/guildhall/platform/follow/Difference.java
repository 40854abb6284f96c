package io.guildhall.platform.follow;

import java.util.List;

/**
 * A document that is not the same in two editions of a read model; it tells no values.
 *
 * @param fields that differ; none where one edition has no such document
 */
public record Difference(String collection, String id, Kind kind, List<String> fields) {

    /** What the live edition has that it should not have, lacks, or has otherwise. */
    public enum Kind {
        SURPLUS,
        MISSING,
        DIFFERENT
    }

    public Difference {
        fields = List.copyOf(fields);
    }

    /** For people. */
    String told() {
        return switch (kind) {
            case SURPLUS -> collection + ": " + id + " should not be there";
            case MISSING -> collection + ": " + id + " is missing";
            case DIFFERENT -> collection + ": " + id + " differs in " + String.join(", ", fields);
        };
    }
}
