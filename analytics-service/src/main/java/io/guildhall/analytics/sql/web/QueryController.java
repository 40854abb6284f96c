package io.guildhall.analytics.sql.web;

import io.guildhall.analytics.metric.Prelude;
import io.guildhall.analytics.metric.Window;
import io.guildhall.analytics.sql.DataFiles;
import io.guildhall.analytics.sql.DataFormat;
import io.guildhall.analytics.sql.QueryResult;
import io.guildhall.analytics.sql.Sandbox;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.RoleIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lets owners and analysts ask their community's events anything that is a question. */
@RestController
@RequestMapping("/api/communities/{communityId}/sql")
@RoleIn({"owner", "analyst"})
@Tag(name = "SQL")
class QueryController {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Window ALWAYS = new Window(
            LocalDate.of(1970, 1, 1),
            LocalDate.of(9999, 1, 1),
            ZoneId.of("UTC"),
            Instant.parse("9999-01-01T00:00:00Z"),
            90);

    private final Sandbox sandbox;
    private final DataFiles files;

    QueryController(Sandbox sandbox, DataFiles files) {
        this.sandbox = sandbox;
        this.files = files;
    }

    @PostMapping
    @Operation(
            summary = "Ask in SQL",
            description = "One SELECT over the views of the community; 10,000 rows at most, as JSON, CSV, NDJSON or"
                    + " Parquet by \"format\" or Accept. It is stopped after 2 seconds or at 512 MB.")
    ResponseEntity<StreamingResponseBody> query(
            @PathVariable String communityId,
            @RequestParam(required = false) @Nullable String format,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            @Valid @RequestBody QueryRequest request) {
        if (!Prelude.isCommunity(communityId)) {
            throw new NotFound();
        }
        DataFormat wanted = DataAnswers.format(format, accept, DataFormat.JSON);
        QueryResult result = sandbox.run(request.query(), communityId, ALWAYS);
        if (wanted == DataFormat.JSON) {
            byte[] body = JSON.writeValueAsBytes(body(result));
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(out -> out.write(body));
        }
        return DataAnswers.file(files.rows(result, wanted), wanted, "rows", result.truncated());
    }

    private static ObjectNode body(QueryResult result) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode columns = body.putArray("columns");
        result.columns()
                .forEach(
                        column -> columns.addObject().put("name", column.name()).put("type", column.type()));
        ArrayNode rows = body.putArray("rows");
        result.rows().forEach(row -> rows.add(JSON.readTree(row)));
        return body.put("truncated", result.truncated());
    }
}
