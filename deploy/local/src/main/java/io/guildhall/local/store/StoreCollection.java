package io.guildhall.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.guildhall.local.store.IndexScan.Hit;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * One collection: an ordered map from id to document beside its indexes. Writers exclude each other, so a unique key is
 * checked and taken in one step; readers take no lock and may see a document before its last change, never half of one.
 */
final class StoreCollection extends AbstractMongoCollection<ByteBuffer> {

    private final MVMap<byte[], byte[]> documents;
    private final FullScans fullScans;
    private volatile List<OrderedIndex> indexes = List.of();

    StoreCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            MVMap<byte[], byte[]> documents,
            FullScans fullScans) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.fullScans = fullScans;
    }

    @Override
    protected QueryResult queryDocuments(
            Document filter,
            @Nullable Document order,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        Document sort = order == null || order.containsKey("$natural") ? new Document() : order;
        List<IndexScan> scans = Planner.plan(indexes, filter, sort);
        boolean narrow = !scans.isEmpty() && scans.stream().allMatch(IndexScan::selective);
        if (!narrow
                && !(filter.isEmpty() && !scans.isEmpty())
                && !getCollectionName().startsWith("system.")) {
            fullScans.record(getFullName(), filter, sort);
        }
        boolean ordered = scans.size() == 1 && scans.getFirst().ordered();
        long[] bytes = {0};
        Stream<Document> candidates = hits(scans, isNaturalDescending(order)).map(hit -> {
            bytes[0] += hit.document().length;
            return RawBson.decode(hit.document());
        });
        List<Document> found = matchDocumentsFromStream(
                        filter, candidates, skip, limit, 0, ordered ? null : deriveComparator(sort), projection)
                .collectDocuments();
        boolean whole = batchSize == 0 || (found.size() <= batchSize && bytes[0] <= BatchCursor.MOST_BYTES);
        return whole ? new QueryResult(found) : firstBatch(found, batchSize);
    }

    private Stream<Hit> hits(List<IndexScan> scans, boolean backwards) {
        if (scans.isEmpty()) {
            return all(backwards);
        }
        Stream<Hit> hits = scans.stream().flatMap(scan -> scan.hits(documents));
        return scans.size() > 1 ? IndexScan.eachOnce(hits) : hits;
    }

    private Stream<Hit> all(boolean backwards) {
        var cursor = backwards
                ? documents.cursor(documents.lastKey(), null, true)
                : documents.cursor(documents.firstKey(), null, false);
        return ByteArrays.stream(cursor).map(id -> new Hit(id, cursor.getValue()));
    }

    private QueryResult firstBatch(List<Document> found, int batchSize) {
        BatchCursor cursor = new BatchCursor(cursorRegistry.generateCursorId(), found);
        List<Document> batch = cursor.takeDocuments(batchSize);
        if (cursor.isEmpty()) {
            return new QueryResult(batch);
        }
        cursorRegistry.add(cursor);
        return new QueryResult(batch, (Cursor) cursor);
    }

    @Override
    protected QueryResult matchDocuments(
            Document filter,
            @Nullable Document order,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        return queryDocuments(filter, order, skip, limit, batchSize, projection);
    }

    @Override
    public synchronized void addIndex(Index<ByteBuffer> index) {
        OrderedIndex added = (OrderedIndex) index;
        boolean known = getIndexes().stream().anyMatch(each -> each.getName().equals(index.getName()));
        try {
            super.addIndex(index);
        } catch (RuntimeException e) {
            if (!known && !added.isPrimary()) {
                added.map().clear();
            }
            throw e;
        }
        indexes = ordered();
    }

    @Override
    public synchronized void dropIndex(String name) {
        super.dropIndex(name);
        indexes = ordered();
    }

    private List<OrderedIndex> ordered() {
        return getIndexes().stream().map(OrderedIndex.class::cast).toList();
    }

    @Override
    protected ByteBuffer addDocumentInternal(Document document) {
        String idField = getIdField();
        Object id = idField == null ? UUID.randomUUID() : Utils.getSubdocumentValue(document, idField);
        byte[] key = SortableKey.of(id);
        documents.put(key, RawBson.encode(document));
        return ByteBuffer.wrap(key);
    }

    @Override
    protected void handleUpdate(ByteBuffer position, Document before, Document after) {
        documents.put(position.array(), RawBson.encode(after));
    }

    @Override
    protected void removeDocument(ByteBuffer position) {
        if (documents.remove(position.array()) == null) {
            throw new NoSuchElementException("no document at the position which an index gives");
        }
    }

    @Override
    protected @Nullable Document getDocument(ByteBuffer position) {
        byte[] document = documents.get(position.array());
        return document == null ? null : RawBson.decode(document);
    }

    @Override
    protected Stream<DocumentWithPosition<ByteBuffer>> streamAllDocumentsWithPosition() {
        return all(false)
                .map(hit -> new DocumentWithPosition<>(RawBson.decode(hit.document()), ByteBuffer.wrap(hit.id())));
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int difference) {}

    @Override
    protected int getDataSize() {
        return 0;
    }

    @Override
    public synchronized void addDocument(Document document) {
        super.addDocument(document);
    }

    @Override
    public synchronized void removeDocument(Document document) {
        super.removeDocument(document);
    }

    @Override
    public synchronized List<Document> insertDocuments(List<Document> added, boolean inOrder) {
        return super.insertDocuments(added, inOrder);
    }

    @Override
    public synchronized int deleteDocuments(Document filter, int limit, Oplog oplog) {
        return super.deleteDocuments(filter, limit, oplog);
    }

    @Override
    public synchronized Document updateDocuments(
            Document filter, Document update, ArrayFilters arrayFilters, boolean multi, boolean upsert, Oplog oplog) {
        return super.updateDocuments(filter, update, arrayFilters, multi, upsert, oplog);
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        return super.findAndModify(query);
    }
}
