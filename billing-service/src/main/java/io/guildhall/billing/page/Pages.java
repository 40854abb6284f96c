package io.guildhall.billing.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.guildhall.platform.problem.Languages;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.NumberFormat;
import java.util.Base64;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Fills templates; every value is escaped. Texts are {@code {{t.key}}} from {@code pages.properties}. */
@Component
public class Pages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final String POLICY = "default-src 'none'; style-src 'sha256-%s'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";

    private final Mustache.Compiler compiler = Mustache.compiler().nullValue("");
    private final Map<String, Template> templates = new ConcurrentHashMap<>();
    private final Map<Locale, Map<String, String>> texts = Map.of(
            Locale.ENGLISH, texts("/pages.properties"),
            Locale.SIMPLIFIED_CHINESE, texts("/pages_zh_CN.properties"));

    /** Stands in each page, so that an invoice that was saved keeps its look; the policy lets in this one alone. */
    private final String style = text("/pages/style.css");

    private final String policy = POLICY.formatted(sha256(style));

    /**
     * A page in the language that the request asks for.
     *
     * @param name of the template; its title is the text {@code <name>Title}
     */
    public ResponseEntity<String> show(
            HttpStatus status, String name, HttpServletRequest request, Map<String, ?> values) {
        Locale locale = Languages.of(request);
        Map<String, String> own = texts.getOrDefault(locale, Map.of());
        Map<String, Object> all = new HashMap<>(values);
        all.put("t", own);
        all.put("lang", locale.toLanguageTag());
        all.put("title", own.getOrDefault(name + "Title", "Guildhall"));
        all.put("style", style);
        all.put("body", compiled(name).execute(all));
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header("Content-Security-Policy", policy)
                .body(compiled("layout").execute(all));
    }

    /** An amount as people of that language write it. */
    public static String money(long amountMinor, String currency, HttpServletRequest request) {
        Currency unit = Currency.getInstance(currency);
        NumberFormat format = NumberFormat.getCurrencyInstance(Languages.of(request));
        format.setCurrency(unit);
        format.setMinimumFractionDigits(unit.getDefaultFractionDigits());
        format.setMaximumFractionDigits(unit.getDefaultFractionDigits());
        return format.format(BigDecimal.valueOf(amountMinor, unit.getDefaultFractionDigits()));
    }

    private Template compiled(String name) {
        return templates.computeIfAbsent(name, _ -> {
            try (Reader reader = resource("/pages/" + name + ".mustache")) {
                return compiler.compile(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Map<String, String> texts(String file) {
        try (Reader reader = resource(file)) {
            var bundle = new PropertyResourceBundle(reader);
            Map<String, String> texts = new HashMap<>();
            bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
            return Map.copyOf(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String path) {
        try (Reader reader = resource(path)) {
            return reader.readAllAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reader resource(String path) {
        InputStream found = Pages.class.getResourceAsStream(path);
        if (found == null) {
            throw new IllegalStateException(path + " is missing");
        }
        return new InputStreamReader(found, StandardCharsets.UTF_8);
    }
}
