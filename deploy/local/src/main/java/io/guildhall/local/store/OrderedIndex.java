package io.guildhall.local.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index as an ordered map in the file: fields (and the id, unless unique) to id. The index on {@code _id} is the map
 * of the documents itself. Everything that can be refused is refused by the checks, before anything is written.
 */
final class OrderedIndex extends Index<ByteBuffer> {

    private final MVMap<byte[], byte[]> map;
    private final MVMap<byte[], byte[]> arrayFlags;
    private final byte[] flagKey;
    private final List<String> fields;
    private final boolean unique;
    private final boolean primary;
    private volatile boolean overArrays;

    OrderedIndex(
            String name,
            List<IndexKey> keys,
            boolean sparse,
            boolean unique,
            MVMap<byte[], byte[]> map,
            MVMap<byte[], byte[]> arrayFlags) {
        super(name, keys, sparse);
        this.primary = keys.size() == 1 && keys.getFirst().getKey().equals("_id");
        this.unique = unique || primary;
        this.map = map;
        this.arrayFlags = arrayFlags;
        this.flagKey = map.getName().getBytes(UTF_8);
        this.fields = keys.stream().map(IndexKey::getKey).toList();
        this.overArrays = arrayFlags.containsKey(flagKey);
    }

    MVMap<byte[], byte[]> map() {
        return map;
    }

    List<String> fields() {
        return fields;
    }

    boolean ascending(int field) {
        return primary || getKeys().get(field).isAscending();
    }

    boolean isPrimary() {
        return primary;
    }

    /** True once any indexed field of any document was an array: then a document may stand here more than once. */
    boolean overArrays() {
        return overArrays;
    }

    @Override
    public boolean isSparse() {
        return super.isSparse();
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other)
                && unique == other.isUnique()
                && Objects.equals(
                        toIndexDescription().get("key"),
                        other.toIndexDescription().get("key"));
    }

    static byte[] idKey(Document document) {
        return SortableKey.of(document.get("_id"));
    }

    @Override
    public ByteBuffer getPosition(Document document) {
        return ByteBuffer.wrap(idKey(document));
    }

    @Override
    public void checkAdd(Document document, MongoCollection<ByteBuffer> collection) {
        byte[] id = primary || document.containsKey("_id") ? idKey(document) : null;
        if (primary && map.containsKey(SortableKey.of(document.get("_id")))) {
            throw duplicate(collection, Arrays.asList(document.get("_id")));
        }
        if (!primary) {
            checkFree(document, id, collection);
        }
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<ByteBuffer> collection) {
        if (primary) {
            RawBson.encode(after);
        } else {
            checkFree(after, idKey(before), collection);
        }
    }

    private void checkFree(Document document, byte @Nullable [] id, MongoCollection<ByteBuffer> collection) {
        for (List<@Nullable Object> row : rows(document)) {
            byte[] holder = unique ? map.get(encode(row)) : null;
            if (holder != null && !Arrays.equals(holder, id)) {
                throw duplicate(collection, row);
            }
        }
    }

    private DuplicateKeyError duplicate(MongoCollection<ByteBuffer> collection, Collection<?> values) {
        return new DuplicateKeyError(this, collection, getKeys(), new KeyValue(values));
    }

    @Override
    public void add(Document document, ByteBuffer position, MongoCollection<ByteBuffer> collection) {
        if (primary) {
            return;
        }
        for (List<@Nullable Object> row : rows(document)) {
            byte[] holder = map.put(key(row, position.array()), position.array());
            if (holder != null && !Arrays.equals(holder, position.array())) {
                throw duplicate(collection, row);
            }
        }
    }

    @Override
    public ByteBuffer remove(Document document) {
        ByteBuffer position = getPosition(document);
        if (!primary) {
            keys(document, position.array()).forEach(key -> map.remove(key.array()));
        }
        return position;
    }

    @Override
    public void updateInPlace(
            Document before, Document after, ByteBuffer position, MongoCollection<ByteBuffer> collection) {
        if (primary) {
            return;
        }
        Set<ByteBuffer> old = keys(before, position.array());
        Set<ByteBuffer> now = keys(after, position.array());
        now.stream().filter(key -> !old.contains(key)).forEach(key -> map.put(key.array(), position.array()));
        old.stream().filter(key -> !now.contains(key)).forEach(key -> map.remove(key.array()));
    }

    private Set<ByteBuffer> keys(Document document, byte[] id) {
        Set<ByteBuffer> keys = new LinkedHashSet<>();
        for (List<@Nullable Object> row : rows(document)) {
            keys.add(ByteBuffer.wrap(key(row, id)));
        }
        return keys;
    }

    private byte[] key(List<@Nullable Object> row, byte[] id) {
        return unique ? encode(row) : ByteArrays.concat(encode(row), id);
    }

    private byte[] encode(List<@Nullable Object> row) {
        SortableKey key = new SortableKey();
        for (int i = 0; i < row.size(); i++) {
            key.field(row.get(i), ascending(i));
        }
        return key.bytes();
    }

    private List<List<@Nullable Object>> rows(Document document) {
        IndexedValues values = IndexedValues.of(document, fields);
        if (isSparse() && values.areMissing()) {
            return List.of();
        }
        if (values.holdArray()) {
            getKeyValues(document); // refuses two arrays in one key
            noteArrays();
        }
        return values.rows();
    }

    private void noteArrays() {
        if (!overArrays) {
            overArrays = true;
            arrayFlags.put(flagKey, new byte[0]);
        }
    }

    /** Planning is the collection's part: it knows order and limit as well. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<ByteBuffer> getPositions(Document query) {
        throw new UnsupportedOperationException("planned by the collection");
    }

    @Override
    public long getCount() {
        return map.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        arrayFlags.remove(flagKey);
    }
}
