package io.guildhall.poison;

import static io.guildhall.poison.Poison.record;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Records that no publisher of ours writes. */
final class Records {

    static final List<Poison> ALL = List.of(
            record(
                    "neither headers, key nor data",
                    record -> new ProducerRecord<>(Kitchen.TOPIC, record.partition(), null, null),
                    "specversion"),
            record("text that anybody wrote", record -> bare(record, "hello"), "attribute specversion is missing"),
            record(
                    "an event in one piece",
                    record -> bare(record, "{\"specversion\":\"1.0\"}"),
                    "specversion is missing"),
            record("an older version", header("specversion", "0.3"), "CloudEvents 0.3"),
            record("no id", without("id"), "attribute id is missing"),
            record("no name", without("type"), "attribute type is missing"),
            record("an empty name", header("type", ""), "attribute type is missing"),
            record("no stream", without("subject"), "attribute subject is missing"),
            record("no position", without("guildhallposition"), "attribute guildhallposition is missing"),
            record(
                    "a header that is not UTF-8",
                    header("type", new byte[] {'k', (byte) 0xC3, '('}),
                    "attribute type is not UTF-8"),
            record("a header without a value", header("id", (byte[]) null), "attribute id is missing"),
            record("a header that stands twice", twice("type", "kitchen.dish.served"), "type stands there twice"),
            record("a time that is none", header("time", "yesterday"), "yesterday"),
            record("a time beyond all times", header("time", "+9999999999-01-01T00:00:00Z"), "+9999999999"),
            record("a negative position", header("guildhallposition", "-5"), "guildhallposition is -5"),
            record("position 0", header("guildhallposition", "0"), "guildhallposition is 0"),
            record("a position in words", header("guildhallposition", "first"), "\"first\""),
            record(
                    "a huge position",
                    header("guildhallposition", "9223372036854775807"),
                    "guildhallposition is 9223372036854775807"),
            record(
                    "a position beyond all numbers",
                    header("guildhallposition", "9223372036854775808"),
                    "9223372036854775808"),
            record("a place before itself", header("guildhallprevious", "999999999"), "guildhallprevious is 999999999"),
            record("a negative place before", header("guildhallprevious", "-1"), "guildhallprevious is -1"),
            record("a negative sequence", header("sequence", "-1"), "sequence is -1"),
            record("revision 0", header("guildhallrevision", "0"), "guildhallrevision is 0"),
            record("a huge revision", header("guildhallrevision", "4294967297"), "guildhallrevision is 4294967297"),
            record("a log that is none", header("guildhalllog", "Kitchen.0"), "Not a log: Kitchen.0"),
            record("the log of another service", header("guildhalllog", "cellar.0"), "cellar.0 is of another service"),
            record(
                    "the name of another service's event",
                    header("type", "cellar.wine.brought"),
                    "of another service than kitchen"),
            record("the key of another stream", record -> keyed(record, "dsh_other"), "The key is not the subject"),
            record("no key", record -> keyed(record, null), "The key is not the subject"),
            record("no data, as if deleted", record -> withData(record, null), "The data is missing"),
            record("data of 2 MB", record -> padded(record, 2 << 20), "The data has 209"),
            record("data of 20 MB", record -> padded(record, 20 << 20), "The data has 209"),
            record(
                    "data in GBK",
                    record ->
                            withData(record, text(record).replace("MAIN", "主菜").getBytes(Charset.forName("GBK"))),
                    "data is not UTF-8"),
            record(
                    "data cut within a sign",
                    record -> withData(record, cut("{\"dish\":\"面".getBytes(UTF_8))),
                    "data is not UTF-8"));

    private Records() {}

    static ProducerRecord<String, byte[]> withData(ProducerRecord<String, byte[]> record, byte @Nullable [] data) {
        return new ProducerRecord<>(record.topic(), record.partition(), record.key(), data, record.headers());
    }

    private static ProducerRecord<String, byte[]> keyed(ProducerRecord<String, byte[]> record, @Nullable String key) {
        return new ProducerRecord<>(record.topic(), record.partition(), key, record.value(), record.headers());
    }

    private static ProducerRecord<String, byte[]> bare(ProducerRecord<String, byte[]> record, String data) {
        return new ProducerRecord<>(record.topic(), record.partition(), record.key(), data.getBytes(UTF_8));
    }

    /** An event that would be good if it were shorter. */
    private static ProducerRecord<String, byte[]> padded(ProducerRecord<String, byte[]> record, int bytes) {
        String padding = ",\"note\":\"" + "x".repeat(bytes) + "\"}";
        return withData(record, text(record).replace("}", padding).getBytes(UTF_8));
    }

    private static String text(ProducerRecord<String, byte[]> record) {
        return new String(record.value(), UTF_8);
    }

    private static byte[] cut(byte[] text) {
        return Arrays.copyOf(text, text.length - 1);
    }

    private static UnaryOperator<ProducerRecord<String, byte[]>> without(String attribute) {
        return record -> {
            record.headers().remove("ce_" + attribute);
            return record;
        };
    }

    private static UnaryOperator<ProducerRecord<String, byte[]>> header(String attribute, String value) {
        return header(attribute, value.getBytes(UTF_8));
    }

    private static UnaryOperator<ProducerRecord<String, byte[]>> header(String attribute, byte @Nullable [] value) {
        return record -> {
            record.headers().remove("ce_" + attribute);
            record.headers().add("ce_" + attribute, value);
            return record;
        };
    }

    private static UnaryOperator<ProducerRecord<String, byte[]>> twice(String attribute, String value) {
        return record -> {
            record.headers().add("ce_" + attribute, value.getBytes(UTF_8));
            return record;
        };
    }
}
