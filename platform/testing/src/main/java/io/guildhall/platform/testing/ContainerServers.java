package io.guildhall.platform.testing;

import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Optional;
import java.util.Set;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/** MongoDB as a replica set and Kafka in containers; where an image is missing, the embedded server and a word about it. */
final class ContainerServers {

    private static final String MONGO = System.getProperty("guildhall.test.mongo-image", "mongo:8.0");
    private static final String KAFKA = System.getProperty("guildhall.test.kafka-image", "apache/kafka:4.2.0");

    private ContainerServers() {}

    /** Whether the run asks for containers ({@code -Pcontainers}). */
    static boolean wanted() {
        return "containers".equals(System.getProperty("guildhall.test.servers"));
    }

    static Servers.Store store() {
        Optional<String> missing = missing(MONGO);
        if (missing.isPresent()) {
            Used.print("document store", "no container, " + missing.get());
            return EmbeddedServers.store();
        }
        var mongo = new MongoDBContainer(DockerImageName.parse(MONGO).asCompatibleSubstituteFor("mongo"));
        mongo.start();
        Used.print("document store", "container " + MONGO + " as a replica set");
        return new Servers.Store() {
            @Override
            public String uri() {
                return mongo.getReplicaSetUrl("");
            }

            @Override
            public long fullScans() {
                return 0;
            }

            @Override
            public Set<String> fullScanQueries() {
                return Set.of();
            }
        };
    }

    static Servers.Broker broker() {
        Optional<String> missing = missing(KAFKA);
        if (missing.isPresent()) {
            Used.print("broker", "no container, " + missing.get());
            return EmbeddedServers.broker();
        }
        var kafka = new KafkaContainer(DockerImageName.parse(KAFKA).asCompatibleSubstituteFor("apache/kafka"));
        kafka.start();
        Used.print("broker", "container " + KAFKA);
        return kafka::getBootstrapServers;
    }

    /** Why the image cannot be run; nothing is pulled, so that a run without a network does not hang. */
    private static Optional<String> missing(String image) {
        DockerClientFactory engine = DockerClientFactory.instance();
        if (!engine.isDockerAvailable()) {
            return Optional.of("no container engine answers");
        }
        try {
            engine.client().inspectImageCmd(image).exec();
            return Optional.empty();
        } catch (NotFoundException e) {
            return Optional.of("the engine has no image " + image);
        }
    }
}
