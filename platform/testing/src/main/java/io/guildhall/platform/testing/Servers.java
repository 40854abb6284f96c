package io.guildhall.platform.testing;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * The one place from which tests take a document store and a broker, started once per JVM when first asked for.
 *
 * <p>With {@code -Pcontainers} they are MongoDB and Kafka in containers, where an engine and the images are found; else the
 * embedded ones. Which were used is printed. Each test class has a database of its own.
 */
public final class Servers {

    private static final Map<Class<?>, String> DATABASES = new ConcurrentHashMap<>();
    private static @Nullable Store store;
    private static @Nullable Broker broker;
    private static @Nullable MongoClient client;

    private Servers() {}

    /** A document store, and how many queries it answered without an index if it counts them. */
    interface Store {
        String uri();

        long fullScans();

        Set<String> fullScanQueries();
    }

    /** A broker. */
    interface Broker {
        String bootstrapServers();
    }

    /** Where the store listens, with the database of the test class; made empty for it. */
    public static String mongoUri(Class<?> test) {
        String uri = store().uri();
        int options = uri.indexOf('?');
        String hosts = (options < 0 ? uri : uri.substring(0, options)).replaceFirst("/[^/]*$", "/");
        return hosts + databaseOf(test) + (options < 0 ? "" : uri.substring(options));
    }

    /** The database of the test class. */
    public static MongoDatabase database(Class<?> test) {
        return client().getDatabase(databaseOf(test));
    }

    /** Spring's way to the database of the test class; it makes the indexes that documents declare. */
    public static MongoTemplate mongo(Class<?> test) {
        var conversions = new MongoCustomConversions(List.of());
        var context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        context.setAutoIndexCreation(true);
        var converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, context);
        converter.setCustomConversions(conversions);
        converter.afterPropertiesSet();
        return new MongoTemplate(new SimpleMongoClientDatabaseFactory(client(), databaseOf(test)), converter);
    }

    /** Where the broker listens. */
    public static String kafka() {
        return broker().bootstrapServers();
    }

    /** Removes a topic, as where no service has published yet: one is of one database. */
    public static void removeTopic(String name) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
            if (topics(admin).contains(name)) {
                admin.deleteTopics(List.of(name)).all().get();
                await().atMost(Duration.ofMinutes(1)).until(() -> !topics(admin).contains(name));
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> topics(Admin admin) throws InterruptedException, ExecutionException {
        return admin.listTopics().names().get();
    }

    /** How many queries no index answered since the embedded store started; 0 in containers. */
    public static long fullScans() {
        return store().fullScans();
    }

    static Set<String> fullScanQueries() {
        return store().fullScanQueries();
    }

    /**
     * Gives a service under test all that it needs of its surroundings: from a static {@code @DynamicPropertySource}
     * method.
     */
    public static void register(DynamicPropertyRegistry registry, Class<?> test) {
        registry.add("spring.mongodb.uri", () -> mongoUri(test));
        registry.add("guildhall.kafka.bootstrap-servers", Servers::kafka);
        registry.add("guildhall.master-key-file", () -> TestKeys.masterKeyFile().toString());
        registry.add("guildhall.clock.movable", () -> "true");
    }

    private static synchronized Store store() {
        if (store == null) {
            store = ContainerServers.wanted() ? ContainerServers.store() : EmbeddedServers.store();
        }
        return store;
    }

    private static synchronized Broker broker() {
        if (broker == null) {
            broker = ContainerServers.wanted() ? ContainerServers.broker() : EmbeddedServers.broker();
        }
        return broker;
    }

    private static synchronized MongoClient client() {
        if (client == null) {
            client = MongoClients.create(store().uri());
        }
        return client;
    }

    /** A name that no earlier run on the same server has used. */
    private static String databaseOf(Class<?> test) {
        return DATABASES.computeIfAbsent(test, type -> {
            String name = type.getSimpleName().toLowerCase(Locale.ROOT);
            return name.substring(0, Math.min(name.length(), 30)) + "_" + Long.toString(System.nanoTime(), 36);
        });
    }
}
