package io.guildhall.local.store;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A walk over part of an index: for each prefix the keys from low to high. It is lazy, so that a limit ends it, and
 * finds every document that can match, each once.
 *
 * @param exact the prefixes are whole keys of a unique index
 * @param selective the filter narrows the walk
 * @param ordered the documents come in the asked order
 */
record IndexScan(
        OrderedIndex index,
        List<byte[]> prefixes,
        byte[] low,
        byte[] high,
        boolean exact,
        boolean selective,
        boolean ordered,
        boolean reverse,
        int score) {

    /** An index entry that was found: the document's id and its bytes. */
    record Hit(byte[] id, byte[] document) {}

    Stream<Hit> hits(MVMap<byte[], byte[]> documents) {
        Stream<Hit> hits = prefixes.stream()
                .flatMap(prefix -> exact ? one(prefix, documents) : range(prefix, documents))
                .filter(Objects::nonNull);
        return index.overArrays() ? eachOnce(hits) : hits;
    }

    static Stream<Hit> eachOnce(Stream<Hit> hits) {
        Set<ByteBuffer> seen = new HashSet<>();
        return hits.filter(hit -> seen.add(ByteBuffer.wrap(hit.id())));
    }

    private Stream<Hit> one(byte[] key, MVMap<byte[], byte[]> documents) {
        byte[] value = index.map().get(key);
        return value == null ? Stream.empty() : Stream.ofNullable(hit(key, value, documents));
    }

    private Stream<Hit> range(byte[] prefix, MVMap<byte[], byte[]> documents) {
        byte[] from = ByteArrays.concat(prefix, low);
        byte[] to = ByteArrays.concat(prefix, high);
        Cursor<byte[], byte[]> cursor =
                reverse ? index.map().cursor(to, from, true) : index.map().cursor(from, to, false);
        return ByteArrays.stream(cursor).map(key -> hit(key, cursor.getValue(), documents));
    }

    /** Null when the document was removed since: readers take no lock. */
    private @Nullable Hit hit(byte[] key, byte[] value, MVMap<byte[], byte[]> documents) {
        if (index.isPrimary()) {
            return new Hit(key, value);
        }
        byte[] document = documents.get(value);
        return document == null ? null : new Hit(value, document);
    }
}
