package io.guildhall.member.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Fills templates; every value is escaped. Texts are {@code {{t.key}}} from {@code pages.properties}. */
@Component
public class Pages {

    private static final String CHINESE = "zh-CN";
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Mustache.Compiler compiler =
            Mustache.compiler().nullValue("").withLoader(Pages::template).withFormatter(Pages::written);
    private final Map<String, Template> templates = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> texts =
            Map.of("en", texts("/pages.properties"), CHINESE, texts("/pages_zh_CN.properties"));

    /**
     * A page in the language that the request asks for.
     *
     * @param name of the template; its title is the text {@code <name>Title}
     */
    public ResponseEntity<String> show(
            HttpStatus status, String name, HttpServletRequest request, Map<String, ?> values) {
        return ResponseEntity.status(status).contentType(HTML).body(render(name, request, values));
    }

    public String render(String name, HttpServletRequest request, Map<String, ?> values) {
        String language = language(request);
        Map<String, String> own = texts.getOrDefault(language, Map.of());
        Map<String, Object> all = new HashMap<>(values);
        all.put("t", own);
        all.put("lang", language);
        all.put("title", own.getOrDefault(name + "Title", "Guildhall"));
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            all.put("csrf", token.getToken());
        }
        all.put("body", compiled(name).execute(all));
        return compiled("layout").execute(all);
    }

    /** {@code zh-CN} where the link or the browser asks for Chinese, else {@code en}. */
    public static String language(HttpServletRequest request) {
        String asked = request.getParameter("lang");
        String tag = asked == null ? request.getLocale().toLanguageTag() : asked;
        return tag.startsWith("zh") ? CHINESE : "en";
    }

    /** A moment as both languages read it, with its zone since we do not know where the reader is. */
    private static String written(Object value) {
        return value instanceof Instant at ? MINUTES.format(at) : value.toString();
    }

    private Template compiled(String name) {
        return templates.computeIfAbsent(name, _ -> {
            try (Reader reader = template(name)) {
                return compiler.compile(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Reader template(String name) {
        return new InputStreamReader(resource("/pages/" + name + ".mustache"), StandardCharsets.UTF_8);
    }

    private static Map<String, String> texts(String file) {
        try (Reader reader = new InputStreamReader(resource(file), StandardCharsets.UTF_8)) {
            var bundle = new PropertyResourceBundle(reader);
            Map<String, String> texts = new HashMap<>();
            bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
            return Map.copyOf(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String path) {
        InputStream found = Pages.class.getResourceAsStream(path);
        if (found == null) {
            throw new IllegalStateException(path + " is missing");
        }
        return found;
    }
}
