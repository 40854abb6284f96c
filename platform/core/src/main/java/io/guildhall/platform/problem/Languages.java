package io.guildhall.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The languages this house speaks, and which of them a client wants. English where it says nothing we know. */
public final class Languages {

    public static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private Languages() {}

    public static Locale of(HttpServletRequest request) {
        return of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** Any Chinese is answered in simplified Chinese: better than in English. */
    static Locale of(@Nullable String acceptLanguage) {
        for (Locale.LanguageRange range : ranges(acceptLanguage)) {
            String wanted = range.getRange();
            for (Locale spoken : SPOKEN) {
                if (range.getWeight() > 0
                        && (wanted.equals(spoken.getLanguage()) || wanted.startsWith(spoken.getLanguage() + "-"))) {
                    return spoken;
                }
            }
        }
        return Locale.ENGLISH;
    }

    private static List<Locale.LanguageRange> ranges(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 500) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
