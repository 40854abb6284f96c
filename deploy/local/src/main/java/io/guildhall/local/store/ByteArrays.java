package io.guildhall.local.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Bytes in unsigned order: the type of every key and value in the file. */
final class ByteArrays extends BasicDataType<byte[]> {

    private static final ByteArrays TYPE = new ByteArrays();
    private static final int ARRAY_HEADER = 24;

    static MVMap<byte[], byte[]> open(MVStore store, String name) {
        return store.openMap(
                name, new MVMap.Builder<byte[], byte[]>().keyType(TYPE).valueType(TYPE));
    }

    /** The keys of a walk; while one is handled the cursor's value is that of this key. */
    static Stream<byte[]> stream(Cursor<byte[], byte[]> cursor) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, Spliterator.ORDERED), false);
    }

    static byte[] concat(byte[] first, byte[] second) {
        byte[] result = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, result, first.length, second.length);
        return result;
    }

    static byte[] complement(byte[] bytes) {
        byte[] result = bytes.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] = (byte) ~result[i];
        }
        return result;
    }

    @Override
    public int getMemory(byte[] value) {
        return value.length + ARRAY_HEADER;
    }

    @Override
    public void write(WriteBuffer buffer, byte[] value) {
        buffer.putVarInt(value.length).put(value);
    }

    @Override
    public byte[] read(ByteBuffer buffer) {
        byte[] value = new byte[DataUtils.readVarInt(buffer)];
        buffer.get(value);
        return value;
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }

    @Override
    public int compare(byte[] a, byte[] b) {
        return Arrays.compareUnsigned(a, b);
    }
}
