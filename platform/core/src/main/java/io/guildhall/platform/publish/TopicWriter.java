package io.guildhall.platform.publish;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The topic as the publisher needs it. */
interface TopicWriter {

    /**
     * Sends in order and returns when all are acknowledged by all replicas in sync.
     *
     * @param meanwhile is run between sending and waiting, and throws nothing
     * @throws PublishFailed when one was not; others may have arrived, and nothing more is sent by the same producer
     */
    void write(List<ProducerRecord<String, byte[]>> batch, Runnable meanwhile);
}
