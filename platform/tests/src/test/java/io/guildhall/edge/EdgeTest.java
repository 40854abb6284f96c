package io.guildhall.edge;

import com.mongodb.client.model.ReplaceOptions;
import io.guildhall.local.Ports;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.testing.TestIssuer;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Starts the service once for all tests of its edge. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT, properties = "spring.application.name=edge-service")
@Import(TestIssuer.Trusted.class)
abstract class EdgeTest {

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        Servers.register(registry, EdgeTest.class);
        registry.add("server.port", Ports::free);
    }

    @Autowired
    private TestIssuer issuer;

    @Autowired
    private Environment environment;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    TallyController controller;

    Edge edge;

    @BeforeEach
    void connect() {
        edge = new Edge(environment.getRequiredProperty("local.server.port", Integer.class), issuer);
        controller.ran.set(0);
        controller.failing = null;
    }

    /** Lets {@code mem_op} operate the installation. */
    void makeOperator() {
        Document role = new Document("communityId", "*")
                .append("memberId", "mem_op")
                .append("role", "operator")
                .append("held", true);
        mongo.getCollection("role_holdings")
                .replaceOne(new Document("_id", "rol_op"), role, new ReplaceOptions().upsert(true));
    }
}
