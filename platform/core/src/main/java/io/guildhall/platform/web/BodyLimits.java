package io.guildhall.platform.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * How long the body of a request may be ({@code guildhall.web}).
 *
 * @param bodyLimit for every path without a limit of its own
 * @param bodyLimits paths that take more or less; the first that matches counts
 */
@ConfigurationProperties("guildhall.web")
record BodyLimits(
        @DefaultValue("1MB") DataSize bodyLimit,
        @DefaultValue List<PathLimit> bodyLimits) {

    /** @param path pattern like {@code /api/communities/{communityId}/courses} */
    record PathLimit(String path, DataSize limit) {

        private boolean covers(PathContainer requested) {
            PathPattern pattern = PathPatternParser.defaultInstance.parse(path);
            return pattern.matches(requested);
        }
    }

    long of(String requested) {
        PathContainer path = PathContainer.parsePath(requested);
        return bodyLimits.stream()
                .filter(limit -> limit.covers(path))
                .findFirst()
                .map(PathLimit::limit)
                .orElse(bodyLimit)
                .toBytes();
    }
}
