package io.guildhall.gateway.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The two languages that the gateway speaks; English when asked for neither. */
public enum Language {
    ENGLISH("en", Locale.ENGLISH),
    CHINESE("zh-CN", Locale.SIMPLIFIED_CHINESE);

    private final String tag;
    private final Locale locale;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    /** {@code ?lang=} wins over {@code Accept-Language}. */
    public static Language of(ServerHttpRequest request) {
        String asked = request.getQueryParams().getFirst("lang");
        return of(asked != null ? asked : request.getHeaders().getFirst("Accept-Language"));
    }

    static Language of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 200) {
            return ENGLISH;
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage);
            Locale best = Locale.lookup(ranges, List.of(Locale.ENGLISH, Locale.CHINESE, Locale.SIMPLIFIED_CHINESE));
            return best != null && best.getLanguage().equals("zh") ? CHINESE : ENGLISH;
        } catch (IllegalArgumentException malformed) {
            return ENGLISH;
        }
    }
}
