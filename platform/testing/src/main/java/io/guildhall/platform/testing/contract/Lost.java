package io.guildhall.platform.testing.contract;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What one JSON says that another does not say the same. */
final class Lost {

    private Lost() {}

    /** Paths of values of the first that are missing or other in the second; what only the second has is fine. */
    static List<String> between(JsonNode from, JsonNode to) {
        List<String> lost = new ArrayList<>();
        collect("", from, to, lost);
        return lost;
    }

    private static void collect(String path, JsonNode from, JsonNode to, List<String> lost) {
        if (from.isObject() && to.isObject()) {
            from.properties()
                    .forEach(field ->
                            collect(path + "/" + field.getKey(), field.getValue(), to.path(field.getKey()), lost));
        } else if (from.isArray() && to.isArray() && from.size() == to.size()) {
            for (int i = 0; i < from.size(); i++) {
                collect(path + "/" + i, from.get(i), to.get(i), lost);
            }
        } else if (!from.equals(to) && !(from.isNull() && to.isMissingNode())) {
            lost.add(path);
        }
    }
}
