package io.guildhall.local.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The form of a page that has a password field: where it goes and the hidden fields that go with it. */
record HtmlForm(URI action, Map<String, String> hidden) {

    private static final Pattern FORM = Pattern.compile("(?is)<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern INPUT = Pattern.compile("(?is)<input\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?is)([\\w-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    private static final Pattern NUMBERED = Pattern.compile("&#(?:[xX]([0-9a-fA-F]{1,6})|(\\d{1,7}));");

    static Optional<HtmlForm> forPassword(Reply page) {
        return FORM.matcher(page.body())
                .results()
                .filter(form -> form.group(2).contains("password"))
                .findFirst()
                .map(form -> new HtmlForm(
                        page.address().resolve(attributes(form.group(1)).getOrDefault("action", "")),
                        hidden(form.group(2))));
    }

    private static Map<String, String> hidden(String inside) {
        Map<String, String> fields = new LinkedHashMap<>();
        INPUT.matcher(inside).results().map(input -> attributes(input.group(1))).forEach(input -> {
            String name = input.get("name");
            if (name != null && "hidden".equals(input.get("type"))) {
                fields.put(name, input.getOrDefault("value", ""));
            }
        });
        return fields;
    }

    private static Map<String, String> attributes(String tag) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(tag);
        while (matcher.find()) {
            String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            attributes.put(matcher.group(1), unescaped(value));
        }
        return attributes;
    }

    /** Undoes what templates escape: signs by number, and the named ones of XML. */
    private static String unescaped(String value) {
        return NUMBERED.matcher(value)
                .replaceAll(sign -> Matcher.quoteReplacement(Character.toString(
                        sign.group(1) != null ? Integer.parseInt(sign.group(1), 16) : Integer.parseInt(sign.group(2)))))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
