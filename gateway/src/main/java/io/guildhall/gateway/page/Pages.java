package io.guildhall.gateway.page;

import io.guildhall.gateway.problem.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Fills the templates of the gateway's pages.
 *
 * <p>{@code {{name}}} becomes the value of that name, or else the text of that name in the page's language, both
 * escaped; {@code {{{name}}}} becomes a value that is HTML already, made by this class.
 */
@Component
class Pages {

    private static final Pattern HOLE = Pattern.compile("\\{\\{\\{([\\w.-]+)}}}|\\{\\{([\\w.-]+)}}");

    private final Texts texts;
    private final Map<String, String> templates = new ConcurrentHashMap<>();

    Pages(Texts texts) {
        this.texts = texts;
    }

    /** A whole page with the frame that all have. */
    ResponseEntity<String> page(String template, Language language, Map<String, String> values) {
        Map<String, String> framed = new HashMap<>(values);
        framed.put("lang", language.tag());
        framed.put("content", fill(template, language, framed));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(fill("frame", language, framed));
    }

    String fill(String template, Language language, Map<String, String> values) {
        return HOLE.matcher(templates.computeIfAbsent(template, Pages::read))
                .replaceAll(hole -> Matcher.quoteReplacement(value(hole, language, values)));
    }

    private String value(MatchResult hole, Language language, Map<String, String> values) {
        if (hole.group(1) != null) {
            return Objects.requireNonNull(values.get(hole.group(1)), hole.group(1));
        }
        String given = values.get(hole.group(2));
        return HtmlUtils.htmlEscape(given != null ? given : texts.of(hole.group(2), language));
    }

    private static String read(String template) {
        try (InputStream file = Pages.class.getResourceAsStream("/pages/" + template + ".html")) {
            return new String(Objects.requireNonNull(file, template).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
