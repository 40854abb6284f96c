package io.guildhall.platform.follow;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** Finds the documents of projections in the live edition, and those of the handlers that run in theirs. */
final class EditionTemplate extends MongoTemplate {

    private final Editions editions;
    private final Supplier<Map<Class<?>, String>> projections;

    /** @param projections which projection keeps a kind of document; asked for when the first document is */
    EditionTemplate(
            MongoDatabaseFactory databases,
            MongoConverter converter,
            Editions editions,
            Supplier<Map<Class<?>, String>> projections) {
        super(databases, converter);
        this.editions = editions;
        this.projections = projections;
    }

    @Override
    public String getCollectionName(Class<?> document) {
        String plain = super.getCollectionName(document);
        String projection = projections.get().get(document);
        return projection == null ? plain : current(projection).collection(plain);
    }

    /** The collections of one edition, by their plain names. */
    SortedMap<String, String> collections(Component projection, Edition edition) {
        SortedMap<String, String> collections = new TreeMap<>();
        for (Class<?> document : projection.keeps()) {
            String plain = super.getCollectionName(document);
            collections.put(plain, edition.collection(plain));
        }
        return collections;
    }

    /** Removes those that exist: an edition of which nothing was written has none. */
    void drop(Collection<String> collections) {
        collections.stream().filter(this::collectionExists).forEach(this::dropCollection);
    }

    private Edition current(String projection) {
        if (Edition.CURRENT.isBound() && Edition.CURRENT.get().projection().equals(projection)) {
            return Edition.CURRENT.get();
        }
        return editions.of(projection).liveEdition();
    }
}
