package io.guildhall.platform.testing.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares the shapes of what goes one way through an API, wherever its document names them by a reference. */
final class ShapeChange {

    /** Which way values of a shape go: what is sent may be taken more widely, what is answered told more narrowly. */
    enum Way {
        SENT,
        ANSWERED
    }

    private static final String TYPE = "type";
    private static final String ENUM = "enum";
    private static final String PROPERTIES = "properties";
    private static final String REQUIRED = "required";
    private static final Set<String> TEXTS =
            Set.of("description", "title", "example", "examples", "deprecated", "externalDocs");
    private static final Set<String> CEILINGS =
            Set.of("maxLength", "maximum", "exclusiveMaximum", "maxItems", "maxProperties");
    private static final Set<String> FLOORS =
            Set.of("minLength", "minimum", "exclusiveMinimum", "minItems", "minProperties");
    private static final Set<String> FOR_THE_SENDER = Set.of("pattern", "default", "uniqueItems");

    private final Way way;
    private final JsonNode documentBefore;
    private final JsonNode documentAfter;
    private final Consumer<String> changes;
    private final Set<List<String>> compared = new HashSet<>();

    ShapeChange(Way way, JsonNode documentBefore, JsonNode documentAfter, Consumer<String> changes) {
        this.way = way;
        this.documentBefore = documentBefore;
        this.documentAfter = documentAfter;
        this.changes = changes;
    }

    /** Tells of each change that may not be; a named shape is compared once and told under its name. */
    void compare(String path, JsonNode was, JsonNode is) {
        compare(path, was, is, true);
    }

    /** @param certain whether there always was a value; what might be missing may also be {@code null} */
    private void compare(String path, JsonNode was, JsonNode is, boolean certain) {
        OrNull before = OrNull.of(was);
        OrNull after = OrNull.of(is);
        if (way == Way.SENT) {
            tell(before.mayBeNull() && !after.mayBeNull(), path + " may no longer be null");
        } else {
            tell(certain && after.mayBeNull() && !before.mayBeNull(), path + " may newly be null");
        }
        String named = reference(before.shape());
        JsonNode present = resolved(documentAfter, after.shape());
        if (named == null) {
            compareShapes(path, before.shape(), present);
        } else if (compared.add(List.of(named, after.shape().toString()))) {
            String name = named.substring(named.lastIndexOf('/') + 1);
            compareShapes(name, resolved(documentBefore, before.shape()), present);
        }
    }

    private static @Nullable String reference(JsonNode shape) {
        return shape.path("$ref").asString(null);
    }

    private static JsonNode resolved(JsonNode document, JsonNode shape) {
        String reference = reference(shape);
        return reference == null ? shape : document.at(reference.substring(1));
    }

    private void compareShapes(String path, JsonNode was, JsonNode is) {
        Set<String> keywords = new HashSet<>(was.propertyNames());
        keywords.addAll(is.propertyNames());
        keywords.removeAll(TEXTS);
        keywords.remove(PROPERTIES);
        keywords.stream()
                .filter(keyword -> !keyword.startsWith("x-"))
                .sorted()
                .forEach(keyword -> compareKeyword(keyword, path, was.path(keyword), is.path(keyword)));
        compareProperties(path, was.path(PROPERTIES), is.path(PROPERTIES), texts(was.path(REQUIRED)));
    }

    private void compareKeyword(String keyword, String path, JsonNode was, JsonNode is) {
        switch (keyword) {
            case REQUIRED -> compareRequired(path, texts(was), texts(is));
            case "items", "additionalProperties" -> compare(path + "/" + keyword, was, is);
            case TYPE -> tell(!fits(was, is), path + " is of another type");
            case ENUM -> tell(!fits(was, is), path + " has other values");
            default -> tell(!keeps(keyword, was, is), path + "/" + keyword + " is another");
        }
    }

    private void compareProperties(String path, JsonNode was, JsonNode is, Set<String> certain) {
        was.properties().forEach(property -> {
            String place = path + "/" + property.getKey();
            JsonNode now = is.path(property.getKey());
            if (now.isMissingNode()) {
                changes.accept(place + " is gone");
            } else {
                compare(place, property.getValue(), now, certain.contains(property.getKey()));
            }
        });
    }

    private void compareRequired(String path, Set<String> before, Set<String> after) {
        if (way == Way.SENT) {
            without(after, before).forEach(name -> changes.accept(path + "/" + name + " is newly required"));
        } else {
            without(before, after).forEach(name -> changes.accept(path + "/" + name + " is no longer certain"));
        }
    }

    /** Whether the choices still hold what is sent, or no more than what was answered; none said is any. */
    private boolean fits(JsonNode was, JsonNode is) {
        Set<String> narrow = texts(way == Way.SENT ? was : is);
        Set<String> wide = texts(way == Way.SENT ? is : was);
        return wide.isEmpty() || (!narrow.isEmpty() && wide.containsAll(narrow));
    }

    private boolean keeps(String keyword, JsonNode was, JsonNode is) {
        if (CEILINGS.contains(keyword) || FLOORS.contains(keyword)) {
            return way == Way.ANSWERED || is.isMissingNode() || (!was.isMissingNode() && isWider(keyword, was, is));
        }
        if (FOR_THE_SENDER.contains(keyword)) {
            boolean lifted = is.isMissingNode() && !keyword.equals("default");
            boolean firstDefault = was.isMissingNode() && keyword.equals("default");
            return way == Way.ANSWERED || lifted || firstDefault || was.equals(is);
        }
        return was.equals(is);
    }

    private static boolean isWider(String limit, JsonNode was, JsonNode is) {
        int change = is.decimalValue().compareTo(was.decimalValue());
        return CEILINGS.contains(limit) ? change >= 0 : change <= 0;
    }

    private void tell(boolean broken, String change) {
        if (broken) {
            changes.accept(change);
        }
    }

    private static Stream<String> without(Set<String> names, Set<String> others) {
        return names.stream().filter(name -> !others.contains(name)).sorted();
    }

    private static Set<String> texts(JsonNode oneOrMore) {
        Stream<JsonNode> all = oneOrMore.isArray() ? oneOrMore.valueStream() : Stream.of(oneOrMore);
        return all.filter(each -> !each.isMissingNode()).map(JsonNode::asString).collect(Collectors.toSet());
    }
}
