package io.guildhall.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges a channel's history by what its members were told. */
final class TalkCheck {

    private TalkCheck() {}

    /** A message as an author was answered, or a reader was shown. */
    record Said(String author, String localId, String body, String messageId, long sequence) {

        /** What its author asked for. */
        String wish() {
            return wish(author, localId, body);
        }

        static String wish(String author, String localId, String body) {
            return author + "/" + localId + ": " + body;
        }
    }

    /**
     * @param wishes all that was sent and not refused
     * @param told what authors were answered, repetitions too
     * @param history of a channel in which nothing but messages was said, and {@code again} as it was read once more
     */
    static List<String> findings(
            Collection<String> wishes, Collection<Said> told, List<Said> history, List<Said> again) {
        List<String> findings = new ArrayList<>(Once.findings(
                "message",
                told.stream().map(Said::wish).toList(),
                wishes,
                history.stream().map(Said::wish).toList()));
        Map<String, Said> byId = new HashMap<>();
        for (int place = 0; place < history.size(); place++) {
            Said said = history.get(place);
            if (said.sequence() != place) {
                findings.add("reordered: " + said + " where " + place + " was next");
            }
            if (byId.put(said.messageId(), said) != null) {
                findings.add("doubled: the id of " + said);
            }
        }
        told.stream()
                .filter(each -> byId.containsKey(each.messageId()))
                .filter(each -> !each.equals(byId.get(each.messageId())))
                .forEach(each -> findings.add("reordered: " + byId.get(each.messageId()) + ", told as " + each));
        if (!history.equals(again)) {
            findings.add("reordered: the history is another when it is read again");
        }
        return findings;
    }
}
