package io.guildhall.community.message.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How members reacted to a message with one emoji.
 *
 * @param mine whether the caller did, too
 */
record ReactionView(String reaction, int count, boolean mine) {

    static List<ReactionView> of(Map<String, Set<String>> reactions, String callerId) {
        return reactions.entrySet().stream()
                .map(each -> new ReactionView(
                        each.getKey(), each.getValue().size(), each.getValue().contains(callerId)))
                .toList();
    }
}
