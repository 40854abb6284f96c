package io.guildhall.local.lessons;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Orders names as a person would: lesson 2 before lesson 10, upper and lower case alike. */
final class NaturalOrder {

    static final Comparator<String> NAMES =
            Comparator.comparing(NaturalOrder::key).thenComparing(Comparator.naturalOrder());

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private NaturalOrder() {}

    /** A digit count before each number makes the order of texts that of numbers. */
    private static String key(String name) {
        return NUMBER.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(NaturalOrder::padded);
    }

    private static String padded(MatchResult number) {
        String digits = new BigInteger(number.group()).toString();
        return "%03d%s".formatted(digits.length(), digits);
    }
}
