package io.guildhall.analytics;

import io.guildhall.local.Ports;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.testing.Client;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.testing.TestIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/** The whole service on a real store and broker, asked over HTTP; one for all tests that extend this. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@ActiveProfiles("local")
@Import(TestIssuer.Trusted.class)
@ExtendWith(NoFullScans.class)
abstract class OverHttp {

    private static final int PORT = Ports.free();
    private static final Path LAKE = folder();
    private static final Publishing TOPICS =
            new Publishing(Servers.kafka(), "").ensure("member", "course", "billing", "community");
    static final Story STORY = new Story();
    private static int told;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        Servers.register(registry, OverHttp.class);
        registry.add("server.port", () -> PORT);
        registry.add("guildhall.lake", LAKE::toString);
    }

    final String community = Ids.next("com");
    final String base = "/api/communities/" + community;
    final Client nobody;
    final Client owner;
    final Client stranger;

    OverHttp(TestIssuer issuer) {
        nobody = Client.nobody(PORT, issuer);
        owner = nobody.somebody();
        stranger = nobody.somebody();
    }

    /** What follows in the story is of this test's community again. */
    void role(Client member, String where, String role) {
        String id = "rol_" + where + member.id();
        STORY.in(where)
                .tell("member.role.granted", id, "roleId", id, "memberId", member.id(), "role", role)
                .in(community);
    }

    /** Publishes what was added to the story. */
    static void tell() {
        var all = STORY.events();
        TOPICS.publish(all.subList(told, all.size()));
        told = all.size();
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("guildhall-lake");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    FileSystemUtils.deleteRecursively(folder);
                } catch (IOException e) {
                    System.err.println("The folder of the test lake stays: " + e.getMessage());
                }
            }));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
