package io.guildhall.local.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes BSON values as bytes whose unsigned order is BSON's order and of which none is the beginning of another, so
 * that several stand behind each other in one key. Decimal128 is ordered as the nearest double.
 */
final class SortableKey {

    /** First byte of a value. Neighbours leave room for one value between them: the open ends of a range. */
    static final int MIN = 0x02;

    private static final int NULL = 0x06;
    private static final int NUMBER = 0x10;
    private static final int STRING = 0x20;
    private static final int DOCUMENT = 0x30;
    private static final int ARRAY = 0x40;
    private static final int BINARY = 0x50;
    private static final int LEGACY_UUID = 0x58;
    private static final int STANDARD_UUID = 0x5A;
    private static final int OBJECT_ID = 0x60;
    private static final int BOOLEAN = 0x70;
    private static final int DATE = 0x80;
    private static final int TIMESTAMP = 0x90;
    private static final int OTHER = 0xA0;
    private static final int MAX = 0xF0;

    private static final int ESCAPED_ZERO = 0xFE;
    private static final int LARGEST_REST = 0x7000;

    private byte[] bytes = new byte[64];
    private int length;

    static byte[] of(@Nullable Object value) {
        return new SortableKey().value(value).bytes();
    }

    /** A descending field of an index is the complement of the ascending one. */
    SortableKey field(@Nullable Object value, boolean ascending) {
        int start = length;
        value(value);
        for (int i = start; !ascending && i < length; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    static int type(@Nullable Object value) {
        if (value == null || Missing.isNullOrMissing(value)) {
            return NULL;
        }
        return switch (value) {
            case MinKey _ -> MIN;
            case Number _ -> NUMBER;
            case String _ -> STRING;
            case Document _ -> DOCUMENT;
            case Collection<?> _ -> ARRAY;
            case BinData _ -> BINARY;
            case LegacyUUID _ -> LEGACY_UUID;
            case UUID _ -> STANDARD_UUID;
            case ObjectId _ -> OBJECT_ID;
            case Boolean _ -> BOOLEAN;
            case Instant _ -> DATE;
            case BsonTimestamp _ -> TIMESTAMP;
            case MaxKey _ -> MAX;
            default -> OTHER;
        };
    }

    private SortableKey value(@Nullable Object value) {
        int type = type(value);
        put(type);
        if (value == null || type == NULL) {
            return this;
        }
        switch (value) {
            case Number number -> number(number);
            case String text -> text(text);
            case Document document -> document(document);
            case Collection<?> items -> items(items);
            case BinData binary -> raw(putLong(binary.getData().length), binary.getData());
            case LegacyUUID uuid -> uuid(uuid.getUuid(), Long.MIN_VALUE);
            case UUID uuid -> uuid(uuid, 0);
            case ObjectId id -> raw(this, id.toByteArray());
            case Boolean flag -> put(flag ? 1 : 0);
            case Instant instant -> putLong(instant.toEpochMilli() ^ Long.MIN_VALUE);
            case BsonTimestamp timestamp -> putLong(timestamp.getValue());
            case MinKey _, MaxKey _ -> {}
            default -> text(value.toString());
        }
        return this;
    }

    /** The nearest double, made sortable, then what a long has beyond it. */
    private void number(Number number) {
        boolean whole = number instanceof Long || number instanceof Integer;
        double nearest = number.doubleValue() == 0.0 ? 0.0 : number.doubleValue();
        long rest = whole ? number.longValue() - (long) nearest : 0;
        long bits = Double.doubleToLongBits(nearest);
        putLong(bits ^ ((bits >> 63) | Long.MIN_VALUE));
        int sortable = Math.clamp(rest, -LARGEST_REST, LARGEST_REST) + 0x8000;
        put(sortable >> 8);
        put(sortable);
    }

    private void document(Document document) {
        for (Map.Entry<String, Object> entry : document.entrySet()) {
            put(1);
            put(type(entry.getValue()));
            text(entry.getKey());
            value(entry.getValue());
        }
        put(0);
    }

    private void items(Collection<?> items) {
        for (Object item : items) {
            put(1);
            value(item);
        }
        put(0);
    }

    private void text(String text) {
        for (byte b : text.getBytes(UTF_8)) {
            put(b);
            if (b == 0) {
                put(ESCAPED_ZERO);
            }
        }
        put(0);
        put(0);
    }

    private void uuid(UUID uuid, long sign) {
        putLong(uuid.getMostSignificantBits() ^ sign);
        putLong(uuid.getLeastSignificantBits() ^ sign);
    }

    private static void raw(SortableKey key, byte[] data) {
        for (byte b : data) {
            key.put(b);
        }
    }

    private SortableKey putLong(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            put((int) (value >>> shift));
        }
        return this;
    }

    private void put(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) value;
    }
}
