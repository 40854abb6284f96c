package io.guildhall.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** One database in the file: its maps by name, and the commands that mongo-java-server answers wrongly or slowly. */
final class StoreDatabase extends AbstractSynchronizedMongoDatabase<ByteBuffer> {

    static final String DOCUMENTS = "d.";
    static final String INDEX = "i.";
    private static final String ARRAY_FLAGS = "flags";
    private static final String ID_INDEX = "_id_";
    private static final int CANNOT_CREATE_INDEX = 67;

    private final MVStore store;
    private final FullScans fullScans;

    StoreDatabase(String name, MVStore store, CursorRegistry cursors, FullScans fullScans) {
        super(name, cursors);
        this.store = store;
        this.fullScans = fullScans;
        initializeNamespacesAndIndexes();
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        UnaryOperator<Document> base = asked -> super.handleCommand(channel, command, asked, databases, oplog);
        return switch (command) {
            case "find" -> base.apply(query.append("batchSize", query.getOrDefault("batchSize", Integer.MAX_VALUE)));
            case "insert" -> countingInserted(query, base.apply(query));
            case "dropIndexes" -> dropIndexes(query, base);
            case "aggregate" ->
                query.get(command) instanceof String name
                                && resolveCollection(name, false) instanceof StoreCollection collection
                        ? new LeadingStages(query).answer(this, collection, databases, oplog)
                        : base.apply(query);
            default -> base.apply(query);
        };
    }

    /** The base class answers the number of all documents, also when some were refused. */
    private static Document countingInserted(Document query, Document answer) {
        if (answer.get("writeErrors") instanceof List<?> errors
                && errors.getFirst() instanceof Document first
                && query.get("documents") instanceof List<?> documents) {
            boolean ordered = !Boolean.FALSE.equals(query.get("ordered"));
            answer.put("n", ordered ? first.get("index") : documents.size() - errors.size());
        }
        return answer;
    }

    /** The base class drops by name, and by "*", in all collections; by keys it drops in the named one only. */
    private Document dropIndexes(Document query, UnaryOperator<Document> base) {
        Object name = query.get("index");
        MongoCollection<ByteBuffer> collection = resolveCollection(String.valueOf(query.get("dropIndexes")), false);
        if (collection == null || !(name instanceof String)) {
            return base.apply(query);
        }
        List<Index<ByteBuffer>> dropped = collection.getIndexes().stream()
                .filter(index -> name.equals(index.getName())
                        || (name.equals("*") && !index.getName().equals(ID_INDEX)))
                .toList();
        if (dropped.isEmpty() && !name.equals("*")) {
            throw new IndexNotFoundException("index not found with name [" + name + "]");
        }
        Document answer = new Document("ok", 1.0);
        for (Index<ByteBuffer> index : dropped) {
            answer = base.apply(query.append("index", index.toIndexDescription().get("key")));
        }
        return answer;
    }

    @Override
    protected void addIndex(Document description) {
        boolean directed = description.get("key") instanceof Document keys
                && keys.values().stream().allMatch(Number.class::isInstance);
        if (!directed || description.containsKey("partialFilterExpression")) {
            throw new MongoServerError(
                    CANNOT_CREATE_INDEX, "CannotCreateIndex", "the embedded store has no such index: " + description);
        }
        super.addIndex(description);
    }

    @Override
    protected MongoCollection<ByteBuffer> openOrCreateCollection(String name, CollectionOptions options) {
        return new StoreCollection(this, name, options, cursorRegistry, documents(name), fullScans);
    }

    @Override
    protected Index<ByteBuffer> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        boolean primary = keys.size() == 1 && keys.getFirst().getKey().equals("_id");
        return index(name, keys, sparse, true, primary ? documents(collection) : map(indexMap(collection, name)));
    }

    @Override
    protected Index<ByteBuffer> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return index(name, keys, sparse, false, map(indexMap(collection, name)));
    }

    private OrderedIndex index(
            String name, List<IndexKey> keys, boolean sparse, boolean unique, MVMap<byte[], byte[]> map) {
        return new OrderedIndex(name, keys, sparse, unique, map, map(ARRAY_FLAGS));
    }

    private MVMap<byte[], byte[]> documents(String collection) {
        return map(DOCUMENTS + getFullCollectionNamespace(collection));
    }

    private String indexMap(String collection, String index) {
        return INDEX + getFullCollectionNamespace(collection) + "." + index;
    }

    private MVMap<byte[], byte[]> map(String name) {
        return ByteArrays.open(store, name);
    }

    @Override
    protected void dropIndex(MongoCollection<ByteBuffer> collection, String name) {
        super.dropIndex(collection, name);
        if (!name.equals(ID_INDEX)) {
            store.removeMap(indexMap(collection.getCollectionName(), name));
        }
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        store.removeMap(DOCUMENTS + getFullCollectionNamespace(name));
    }

    @Override
    protected long getStorageSize() {
        return store.getFileStore() == null ? 0 : store.getFileStore().size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }
}
