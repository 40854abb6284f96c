package io.guildhall.poison;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Events whose data is not what their name promises. */
final class Data {

    private static final String GOOD = Kitchen.dish("soup");

    static final List<Poison> ALL = List.of(
            Poison.data("no sign of data", new byte[0], "No content"),
            data("JSON that is null", "null", "The data is null"),
            data("no JSON", "two soups", "Unrecognized token"),
            data("JSON cut off", GOOD.substring(0, GOOD.length() - 20), "UnexpectedEndOfInput"),
            data("more than one JSON", GOOD + GOOD, "Trailing token"),
            Poison.data("JSON in UTF-16", GOOD.getBytes(UTF_16LE), "Illegal character"),
            data("a mark of byte order", "\uFEFF" + GOOD, "65279"),
            data("a list of events", "[" + GOOD + "]", "DishServed"),
            data("a text", "\"soup\"", "DishServed"),
            data("nesting 100,000 deep", with("\"x\":" + "[".repeat(100_000)), "nesting depth"),
            data("a field that stands twice", with("\"dish\":\"stew\""), "Duplicate"),
            data("a field that is missing", GOOD.replace("\"dish\"", "\"name\""), "dish"),
            data("a field that is null", GOOD.replace("\"soup\"", "null"), "dish"),
            data("a number that is missing", GOOD.replace("\"plates\"", "\"bowls\""), "plates"),
            data("a number that is null", plates("null"), "null"),
            data("a word for a number", plates("\"two\""), "plates"),
            data("a text for a number", plates("\"2\""), "plates"),
            data("a fraction for a whole number", plates("2.5"), "plates"),
            data("a number beyond all numbers", plates("1e999"), "plates"),
            data("a number that is too large", plates("2147483648"), "plates"),
            data("a number of 2,000 digits", plates("9".repeat(2_000)), "2000"),
            data("not a number", plates("NaN"), "NaN"),
            data("truth for a number", plates("true"), "plates"),
            data("an object for a text", GOOD.replace("\"soup\"", "{}"), "dish"),
            data("a list for a text", GOOD.replace("\"soup\"", "[\"soup\"]"), "dish"),
            data("a choice that there is not", GOOD.replace("MAIN", "DESSERT"), "DESSERT"),
            data("the number of a choice", GOOD.replace("\"MAIN\"", "7"), "course"),
            data("a moment that never was", GOOD.replace("03-01", "02-30"), "2026-02-30"),
            data("an escape that is none", GOOD.replace("soup", "\\uZZZZ"), "hex-digit"),
            data("a line break within a text", GOOD.replace("soup", "so\nup"), "Illegal unquoted"));

    private Data() {}

    private static Poison data(String name, String json, String reason) {
        return Poison.data(name, json.getBytes(UTF_8), reason);
    }

    private static String with(String field) {
        return GOOD.substring(0, GOOD.length() - 1) + "," + field + "}";
    }

    private static String plates(String number) {
        return GOOD.replace("\"plates\":2", "\"plates\":" + number);
    }
}
