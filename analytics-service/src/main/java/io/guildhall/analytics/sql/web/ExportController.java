package io.guildhall.analytics.sql.web;

import io.guildhall.analytics.metric.Prelude;
import io.guildhall.analytics.metric.Window;
import io.guildhall.analytics.sql.DataFiles;
import io.guildhall.analytics.sql.DataFormat;
import io.guildhall.platform.problem.BadField;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.RoleIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Gives owners their community's events to take away. */
@RestController
@RequestMapping("/api/communities/{communityId}/events")
@RoleIn("owner")
@Tag(name = "SQL")
class ExportController {

    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 1, 1);
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private final DataFiles files;

    ExportController(DataFiles files) {
        this.files = files;
    }

    @GetMapping("/export")
    @Operation(
            summary = "Export events",
            description = "All of them, or those that became true from \"from\" up to, not including, \"to\" (UTC), as"
                    + " Parquet, CSV or NDJSON. Personal fields stay sealed.")
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable String communityId,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        if (!Prelude.isCommunity(communityId)) {
            throw new NotFound();
        }
        DataFormat wanted = DataAnswers.format(format, accept, DataFormat.NDJSON);
        LocalDate first = from == null ? FIRST : from;
        LocalDate end = to == null ? LAST : to;
        if (wanted == DataFormat.JSON || !first.isBefore(end)) {
            throw BadField.value(wanted == DataFormat.JSON ? "format" : "to", "invalid-value");
        }
        var window = new Window(first, end, ZoneId.of("UTC"), EVER, Window.DAYS);
        return DataAnswers.file(files.events(communityId, window, wanted), wanted, "events", false);
    }
}
