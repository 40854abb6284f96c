package io.guildhall.community.live;

import io.guildhall.platform.OnStart;
import java.time.InstantSource;
import org.apache.tomcat.websocket.server.WsSci;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.MongoPersistentEntityIndexResolver;

/** Lets the web server speak WebSocket, and opens the store of tickets. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveProperties.class)
class LiveConfiguration {

    /** Three of them stand behind each connection as long as it lives, mostly empty. */
    private static final String BUFFER = "2048";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> webSockets() {
        System.setProperty("org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE", BUFFER);
        return tomcat ->
                tomcat.addContextCustomizers(context -> context.addServletContainerInitializer(new WsSci(), null));
    }

    @Bean
    Tickets tickets(MongoOperations mongo, LiveProperties properties) {
        return new Tickets(mongo, properties.ticketLife(), InstantSource.system());
    }

    @Bean
    SmartLifecycle ticketIndexes(MongoTemplate mongo) {
        var resolver =
                new MongoPersistentEntityIndexResolver(mongo.getConverter().getMappingContext());
        return new OnStart(() -> resolver.resolveIndexFor(Ticket.class)
                .forEach(index -> mongo.indexOps(Ticket.class).createIndex(index)));
    }
}
