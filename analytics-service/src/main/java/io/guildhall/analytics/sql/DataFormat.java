package io.guildhall.analytics.sql;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How data leaves the house. */
public enum DataFormat {
    JSON("application/json"),
    NDJSON("application/x-ndjson"),
    CSV("text/csv"),
    PARQUET("application/vnd.apache.parquet");

    private final String mediaType;

    DataFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The ending of a file's name. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What stands behind COPY … TO for a file; JSON is lines too. */
    String copyOptions() {
        return switch (this) {
            case JSON, NDJSON -> "(FORMAT json)";
            case CSV -> "(FORMAT csv, HEADER)";
            case PARQUET -> "(FORMAT parquet, COMPRESSION zstd)";
        };
    }

    public static Optional<DataFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.ending().equals(name))
                .findFirst();
    }

    /** The first that an Accept header names. */
    public static Optional<DataFormat> accepted(String header) {
        return Arrays.stream(header.split(","))
                .map(type -> type.replaceFirst(";.*", "").strip())
                .flatMap(type -> Arrays.stream(values()).filter(format -> format.mediaType.equals(type)))
                .findFirst();
    }
}
