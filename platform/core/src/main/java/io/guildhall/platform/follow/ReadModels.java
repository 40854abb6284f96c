package io.guildhall.platform.follow;

import org.springframework.data.mongodb.core.MongoTemplate;

/** Gives projections the documents that they keep. */
public final class ReadModels {

    private final MongoTemplate mongo;

    public ReadModels(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public <T> ReadModel<T> of(Class<T> document) {
        return new ReadModel<>(mongo, document);
    }
}
