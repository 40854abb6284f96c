package io.guildhall.platform.follow;

import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.index.MongoPersistentEntityIndexResolver;

/** Makes the indexes that the documents of projections declare with Spring Data's annotations. */
final class ReadModelIndexes {

    private ReadModelIndexes() {}

    static void create(MongoTemplate mongo, Component projection, Edition edition) {
        var resolver =
                new MongoPersistentEntityIndexResolver(mongo.getConverter().getMappingContext());
        ScopedValue.where(Edition.CURRENT, edition).run(() -> {
            for (Class<?> document : projection.keeps()) {
                for (IndexDefinition index : resolver.resolveIndexFor(document)) {
                    mongo.indexOps(document).createIndex(index);
                }
            }
        });
    }
}
