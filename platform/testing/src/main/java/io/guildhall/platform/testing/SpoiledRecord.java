package io.guildhall.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One kind of record that no publisher of ours writes.
 *
 * @param what becomes of the record of a good event, which may be changed by it
 * @param reason part of what is told of it
 */
public record SpoiledRecord(String name, UnaryOperator<ProducerRecord<String, byte[]>> what, String reason) {

    public static final List<SpoiledRecord> KINDS = List.of(
            new SpoiledRecord(
                    "neither headers, key nor data",
                    record -> new ProducerRecord<>(record.topic(), record.partition(), null, null),
                    "specversion"),
            new SpoiledRecord(
                    "text that anybody wrote", record -> bare(record, "hello"), "attribute specversion is missing"),
            new SpoiledRecord(
                    "an event in one piece",
                    record -> bare(record, "{\"specversion\":\"1.0\"}"),
                    "specversion is missing"),
            new SpoiledRecord("an older version", header("specversion", "0.3"), "CloudEvents 0.3"),
            new SpoiledRecord("no id", without("id"), "attribute id is missing"),
            new SpoiledRecord("no name", without("type"), "attribute type is missing"),
            new SpoiledRecord("an empty name", header("type", ""), "attribute type is missing"),
            new SpoiledRecord("no stream", without("subject"), "attribute subject is missing"),
            new SpoiledRecord("no position", without("guildhallposition"), "attribute guildhallposition is missing"),
            new SpoiledRecord(
                    "a header that is not UTF-8",
                    header("type", new byte[] {'k', (byte) 0xC3, '('}),
                    "attribute type is not UTF-8"),
            new SpoiledRecord("a header without a value", header("id", (byte[]) null), "attribute id is missing"),
            new SpoiledRecord(
                    "a header that stands twice", twice("type", "kitchen.dish.served"), "type stands there twice"),
            new SpoiledRecord("a time that is none", header("time", "yesterday"), "yesterday"),
            new SpoiledRecord("a time beyond all times", header("time", "+9999999999-01-01T00:00:00Z"), "+9999999999"),
            new SpoiledRecord("a negative position", header("guildhallposition", "-5"), "guildhallposition is -5"),
            new SpoiledRecord("position 0", header("guildhallposition", "0"), "guildhallposition is 0"),
            new SpoiledRecord("a position in words", header("guildhallposition", "first"), "\"first\""),
            new SpoiledRecord(
                    "a huge position",
                    header("guildhallposition", "9223372036854775807"),
                    "guildhallposition is 9223372036854775807"),
            new SpoiledRecord(
                    "a position beyond all numbers",
                    header("guildhallposition", "9223372036854775808"),
                    "9223372036854775808"),
            new SpoiledRecord(
                    "a place before itself",
                    header("guildhallprevious", "999999999"),
                    "guildhallprevious is 999999999"),
            new SpoiledRecord("a negative place before", header("guildhallprevious", "-1"), "guildhallprevious is -1"),
            new SpoiledRecord("a negative sequence", header("sequence", "-1"), "sequence is -1"),
            new SpoiledRecord("revision 0", header("guildhallrevision", "0"), "guildhallrevision is 0"),
            new SpoiledRecord(
                    "a huge revision", header("guildhallrevision", "4294967297"), "guildhallrevision is 4294967297"),
            new SpoiledRecord("a log that is none", header("guildhalllog", "Kitchen.0"), "Not a log: Kitchen.0"),
            new SpoiledRecord(
                    "the log of another service", header("guildhalllog", "cellar.0"), "cellar.0 is of another service"),
            new SpoiledRecord(
                    "the name of another service's event",
                    header("type", "cellar.wine.brought"),
                    "of another service than"),
            new SpoiledRecord(
                    "the key of another stream", record -> keyed(record, "dsh_other"), "The key is not the subject"),
            new SpoiledRecord("no key", record -> keyed(record, null), "The key is not the subject"),
            new SpoiledRecord("no data, as if deleted", record -> withData(record, null), "The data is missing"),
            new SpoiledRecord("data of 2 MB", record -> padded(record, 2 << 20), "The data has 209"),
            new SpoiledRecord("data of 20 MB", record -> padded(record, 20 << 20), "The data has 209"),
            new SpoiledRecord(
                    "data in GBK",
                    record -> withData(record, noted(record, "主菜").getBytes(Charset.forName("GBK"))),
                    "data is not UTF-8"),
            new SpoiledRecord(
                    "data cut within a sign",
                    record -> withData(record, cut("{\"dish\":\"面".getBytes(UTF_8))),
                    "data is not UTF-8"));

    /** The same record with other data. */
    public static ProducerRecord<String, byte[]> withData(
            ProducerRecord<String, byte[]> record, byte @Nullable [] data) {
        return new ProducerRecord<>(record.topic(), record.partition(), record.key(), data, record.headers());
    }

    private static ProducerRecord<String, byte[]> keyed(ProducerRecord<String, byte[]> record, @Nullable String key) {
        return new ProducerRecord<>(record.topic(), record.partition(), key, record.value(), record.headers());
    }

    private static ProducerRecord<String, byte[]> bare(ProducerRecord<String, byte[]> record, String data) {
        return new ProducerRecord<>(record.topic(), record.partition(), record.key(), data.getBytes(UTF_8));
    }

    /** The event's data with one more text in it. */
    private static String noted(ProducerRecord<String, byte[]> record, String note) {
        String data = new String(record.value(), UTF_8);
        return data.substring(0, data.length() - 1) + ",\"note\":\"" + note + "\"}";
    }

    /** An event that would be good if it were shorter. */
    private static ProducerRecord<String, byte[]> padded(ProducerRecord<String, byte[]> record, int bytes) {
        return withData(record, noted(record, "x".repeat(bytes)).getBytes(UTF_8));
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

    @Override
    public String toString() {
        return name;
    }
}
