package io.guildhall.community;

import static org.awaitility.Awaitility.await;

import io.guildhall.local.Ports;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.testing.Client;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.testing.TestIssuer;
import io.guildhall.platform.testing.TestKeys;
import io.guildhall.platform.time.MovableClock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/**
 * The whole service on a real store and broker, asked over HTTP and WebSocket: one instance that limits nobody, and on
 * demand a second one on the same store with the limits as they are, and short queues.
 */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@ActiveProfiles("local")
@Import(TestIssuer.Trusted.class)
@ExtendWith(NoFullScans.class)
public abstract class ChatTest {

    protected static final int PORT = Ports.free();
    private static final int OTHER_PORT = Ports.free();
    private static @Nullable ConfigurableApplicationContext other;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        Servers.register(registry, ChatTest.class);
        registry.add("server.port", () -> PORT);
        registry.add("guildhall.chat.pace.messages", () -> "1000000");
        registry.add("guildhall.chat.frames", () -> "1000000");
    }

    @Autowired
    protected MovableClock clock;

    protected final MemberTopic members = MemberTopic.at(Servers.kafka());
    protected final String community = Ids.next("com");
    protected final String channels = "/api/communities/" + community + "/channels";
    protected final Client nobody;
    protected final Client owner;
    protected final Client ada;
    protected final Client bob;

    protected ChatTest(TestIssuer issuer) {
        nobody = Client.nobody(PORT, issuer);
        owner = nobody.somebody();
        ada = nobody.somebody();
        bob = nobody.somebody();
    }

    @BeforeEach
    void thereIsAnOwner() {
        makeOwner(community);
    }

    protected final void makeOwner(String ofCommunity) {
        members.role(owner.id(), ofCommunity, "owner");
        String path = "/api/communities/" + ofCommunity + "/channels";
        await().untilAsserted(() -> owner.post(path, Map.of()).expectStatus().isEqualTo(422));
    }

    /** The port of the second instance, which is started when first asked for. */
    protected static synchronized int otherInstance() {
        ConfigurableApplicationContext running = other;
        if (running == null) {
            running = new SpringApplicationBuilder(CommunityServiceApplication.class)
                    .profiles("local")
                    .run(
                            "--server.port=" + OTHER_PORT,
                            "--spring.mongodb.uri=" + Servers.mongoUri(ChatTest.class),
                            "--guildhall.kafka.bootstrap-servers=" + Servers.kafka(),
                            "--guildhall.master-key-file=" + TestKeys.masterKeyFile(),
                            "--guildhall.chat.queue=128");
            other = running;
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
        }
        return OTHER_PORT;
    }

    /** It is started again when it is asked for again. */
    protected static synchronized void stopOtherInstance() {
        Objects.requireNonNull(other).close();
        other = null;
    }

    protected static <T> T ofOtherInstance(Class<T> bean) {
        otherInstance();
        return Objects.requireNonNull(other).getBean(bean);
    }

    protected final String openChannel(String audience) {
        return openChannel(channels, audience);
    }

    protected final String openChannel(String path, String audience) {
        String id = Client.body(owner.post(path, Map.of("name", "Talk", "audience", audience)))
                .path("channelId")
                .asString();
        await().untilAsserted(() -> owner.get(path + "/" + id).expectStatus().isOk());
        return id;
    }

    /** Gives the member what opens the channel, and waits until it does. */
    protected final String grant(Client member, String channelId) {
        String grantId = Ids.next("grt");
        members.grant(grantId, member.id(), community, "channel:" + channelId, clock.instant(), null);
        await().untilAsserted(() -> history(member, channelId).expectStatus().isOk());
        return grantId;
    }

    protected final ResponseSpec history(Client member, String channelId) {
        return member.get(channels + "/" + channelId + "/messages");
    }

    protected final ChatSocket socket(Client member) {
        return ChatSocket.open(PORT, ChatSocket.ticket(member, community));
    }

    protected final ChatSocket socketAtOther(Client member) {
        return ChatSocket.open(otherInstance(), ChatSocket.ticket(member, community));
    }

    /** The sequence of what was said. */
    protected final long say(Client member, String channelId, String localId, String body) {
        var answer = member.post(channels + "/" + channelId + "/messages", Map.of("localId", localId, "body", body));
        return Client.body(answer.expectStatus().isCreated()).path("sequence").asLong();
    }
}
