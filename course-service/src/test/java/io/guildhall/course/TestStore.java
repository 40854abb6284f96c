package io.guildhall.course;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.guildhall.platform.follow.ReadModels;
import io.guildhall.platform.testing.Servers;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** An empty database for one test, with the indexes that documents declare; a query that none answers fails. */
public record TestStore(MongoClient client, MongoTemplate mongo, long fullScansBefore) implements AutoCloseable {

    public static TestStore open(Class<?> test) {
        Servers.database(test).drop();
        var client = MongoClients.create(Servers.mongoUri(test));
        var databases = new SimpleMongoClientDatabaseFactory(
                client, Servers.database(test).getName());
        var mongo = new MongoTemplate(databases, converter());
        return new TestStore(client, mongo, Servers.fullScans());
    }

    public ReadModels models() {
        return new ReadModels(mongo);
    }

    @Override
    public void close() {
        client.close();
        assertThat(Servers.fullScans()).isEqualTo(fullScansBefore);
    }

    private static MappingMongoConverter converter() {
        var conversions = new MongoCustomConversions(List.of());
        var context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        context.setAutoIndexCreation(true);
        var converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, context);
        converter.setCustomConversions(conversions);
        converter.afterPropertiesSet();
        return converter;
    }
}
