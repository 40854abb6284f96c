package io.guildhall.analytics.sql.web;

import io.guildhall.analytics.sql.DataFiles;
import io.guildhall.analytics.sql.DataFormat;
import io.guildhall.platform.problem.BadField;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Answers files in the format that was asked for. */
final class DataAnswers {

    private DataAnswers() {}

    /** The parameter decides, then the header, then {@code otherwise}. */
    static DataFormat format(@Nullable String parameter, @Nullable String accept, DataFormat otherwise) {
        if (parameter != null) {
            return DataFormat.named(parameter).orElseThrow(() -> BadField.value("format", "invalid-value"));
        }
        return accept == null ? otherwise : DataFormat.accepted(accept).orElse(otherwise);
    }

    /** The file goes when it was sent. */
    static ResponseEntity<StreamingResponseBody> file(Path file, DataFormat format, String name, boolean truncated) {
        StreamingResponseBody body = out -> {
            try {
                Files.copy(file, out);
            } finally {
                DataFiles.delete(file);
            }
        };
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + "." + format.ending() + "\"")
                .header("Guildhall-Truncated", Boolean.toString(truncated))
                .body(body);
    }
}
