package io.guildhall.editions;

import io.guildhall.platform.follow.TopicReplay;
import io.guildhall.platform.testing.Servers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** A topic as it lies on the broker. */
final class Topic {

    private Topic() {}

    /** Removes it, so that a service may begin with an empty log. */
    static void remove(String name) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Servers.kafka()))) {
            if (names(admin).contains(name)) {
                admin.deleteTopics(List.of(name)).all().get();
                Shop.soon().until(() -> !names(admin).contains(name));
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> names(Admin admin) throws InterruptedException, ExecutionException {
        return admin.listTopics().names().get();
    }

    /** How many records it holds. */
    static long end(String name) {
        try (var consumer = new TopicReplay(Servers.kafka()).open()) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }
}
