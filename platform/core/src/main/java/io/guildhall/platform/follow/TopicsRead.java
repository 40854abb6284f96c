package io.guildhall.platform.follow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.TopicPartition;

/**
 * Which topics a consumer reads, by their ids. One may be made anew under its name while it is read, and the consumer go on
 * in it at the offset that it had in the old one: the ids are looked at when partitions are assigned, and where a record
 * came that should not come.
 */
public final class TopicsRead {

    private final UnaryOperator<String> ids;
    private final Map<String, String> read = new HashMap<>();
    private final Set<String> suspected = new HashSet<>();

    /** @param ids the id that a topic has now, by its name */
    public TopicsRead(UnaryOperator<String> ids) {
        this.ids = ids;
    }

    /** The id that the topic has now. */
    public String begin(String topic) {
        String id = ids.apply(topic);
        read.put(topic, id);
        return id;
    }

    public void suspect(TopicPartition partition) {
        suspected.add(partition.topic());
    }

    /** Suspects a topic whose record comes from before everything that was asked for. */
    void look(TopicPartition partition, long offset, List<Inbox> inboxes) {
        if (!inboxes.isEmpty() && inboxes.stream().allMatch(inbox -> offset < inbox.next(partition.partition()))) {
            suspect(partition);
        }
    }

    /** @throws TopicMadeAnew when one that is suspected was */
    public void requireSame() {
        List<String> topics = List.copyOf(suspected);
        suspected.clear();
        for (String topic : topics) {
            if (!ids.apply(topic).equals(read.get(topic))) {
                throw new TopicMadeAnew(topic);
            }
        }
    }
}
