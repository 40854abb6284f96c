package io.guildhall.local.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Spans of time as people write and read them. */
final class Times {

    private Times() {}

    static String seconds(long millis) {
        return "%.1f s".formatted(millis / 1000.0);
    }

    static String rough(Duration span) {
        if (span.toDays() > 0) {
            return span.toDays() + " d " + span.toHoursPart() + " h";
        }
        if (span.toHours() > 0) {
            return span.toHours() + " h " + span.toMinutesPart() + " min";
        }
        return span.toMinutes() > 0
                ? span.toMinutes() + " min " + span.toSecondsPart() + " s"
                : span.toSeconds() + " s";
    }

    /** Reads {@code +30d}, {@code +12h}, {@code +2w} or an ISO duration; never backwards. */
    static final class Forward implements ITypeConverter<Duration> {

        private static final Pattern SHORT = Pattern.compile("\\+?(\\d{1,6})([smhdw])");

        @Override
        public Duration convert(String text) {
            Duration span = parse(text.toLowerCase(Locale.ROOT));
            if (span.isNegative() || span.isZero()) {
                throw new TypeConversionException("'" + text + "': the clock moves forward only");
            }
            return span;
        }

        private static Duration parse(String text) {
            Matcher matcher = SHORT.matcher(text);
            if (matcher.matches()) {
                long amount = Long.parseLong(matcher.group(1));
                return switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    case "d" -> Duration.ofDays(amount);
                    default -> Duration.ofDays(7 * amount);
                };
            }
            try {
                return Duration.parse(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + text + "' is no span of time; try +30d, +12h or +2w");
            }
        }
    }
}
