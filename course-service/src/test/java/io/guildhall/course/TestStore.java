package io.guildhall.course;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.guildhall.local.store.EmbeddedStore;
import io.guildhall.platform.follow.ReadModels;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** A document store of a test's own, with the indexes that documents declare; a query that none answers fails. */
public record TestStore(EmbeddedStore server, MongoClient client, MongoTemplate mongo) implements AutoCloseable {

    public static TestStore open() {
        var server = EmbeddedStore.inMemory();
        var client = MongoClients.create(server.uri());
        var conversions = new MongoCustomConversions(List.of());
        var context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        context.setAutoIndexCreation(true);
        var converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, context);
        converter.setCustomConversions(conversions);
        converter.afterPropertiesSet();
        var databases = new SimpleMongoClientDatabaseFactory(client, "course");
        return new TestStore(server, client, new MongoTemplate(databases, converter));
    }

    public ReadModels models() {
        return new ReadModels(mongo);
    }

    @Override
    public void close() {
        client.close();
        server.close();
        assertThat(server.fullScanQueries()).isEmpty();
    }
}
