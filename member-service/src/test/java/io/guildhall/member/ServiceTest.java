package io.guildhall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.local.Ports;
import io.guildhall.member.Browser.Reply;
import io.guildhall.member.credential.QuickPasswords;
import io.guildhall.member.role.Role;
import io.guildhall.member.role.RoleCommand.GrantRole;
import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.privacy.MasterKeys;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Servers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service over HTTP, on a document store and a broker; one context for all tests that extend it. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@ActiveProfiles("local")
@Import(QuickPasswords.class)
@ExtendWith(NoFullScans.class)
abstract class ServiceTest {

    static final String PASSWORD = "a long enough sentence";
    static final String SETUP_TOKEN = "the-set-up-token";

    private static final int PORT = Ports.free();
    private static final URI ORIGIN = URI.create("http://127.0.0.1:" + PORT);

    @Autowired
    MasterKeys masterKeys;

    @Autowired
    Commands commands;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) throws IOException {
        Servers.register(registry, ServiceTest.class);
        Path file = Files.createTempFile("setup", ".token");
        file.toFile().deleteOnExit();
        Files.writeString(file, SETUP_TOKEN + "\n");
        registry.add("server.port", () -> PORT);
        registry.add("guildhall.issuer", () -> ORIGIN + "/id");
        registry.add("guildhall.setup-token-file", file::toString);
    }

    String origin() {
        return ORIGIN.toString();
    }

    Browser browser() {
        return new Browser(ORIGIN);
    }

    Browser gateway() {
        return browser().basic("gateway", HexFormat.of().formatHex(masterKeys.derived("gateway-client")));
    }

    static String newMail() {
        return Ids.next("m") + "@example.org";
    }

    /** Registers and verifies an account, and answers with the member's id. */
    String member(String mail) {
        return member(mail, "Ada Byron");
    }

    String member(String mail, String name) {
        register(mail, name);
        assertThat(verify(mail).status()).isEqualTo(204);
        return "mem_" + tokenOf(mail).split("\\.")[0];
    }

    void register(String mail) {
        register(mail, "Ada Byron");
    }

    void register(String mail, String name) {
        Reply reply = browser().post("/api/accounts", Map.of("mail", mail, "name", name, "password", PASSWORD));
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
    }

    Reply verify(String mail) {
        return browser().post("/api/accounts/verification", Map.of("token", tokenOf(mail)));
    }

    /** The token of the newest mail with a verification link to this address. */
    String tokenOf(String mail) {
        return mailTo(mail, "verify?token=").path("links").get(0).asString().split("token=")[1];
    }

    JsonNode mailTo(String mail, String containing) {
        var found = new AtomicReference<JsonNode>();
        await().untilAsserted(() -> {
            browser()
                    .get("/id/mails?format=json")
                    .json()
                    .valueStream()
                    .filter(each -> each.path("to").asString().equals(mail))
                    .filter(each -> each.path("text").asString().contains(containing))
                    .findFirst()
                    .ifPresent(found::set);
            assertThat(found.get()).isNotNull();
        });
        return found.get();
    }

    /** Signs in by the page, as a browser does, and answers with the authorization code. */
    Reply signIn(Browser browser, String authorize, String mail, String password) {
        Reply asked = browser.get(authorize);
        assertThat(asked.status()).as(asked.body()).isEqualTo(302);
        Reply page = browser.get(asked.location());
        Map<String, String> fields = new HashMap<>(page.hidden());
        fields.put("username", mail);
        fields.put("password", password);
        return browser.form("/id/login", fields);
    }

    /** A program of this member, which bears a new personal access token's exchange. */
    Browser program(String mail) {
        String access =
                new Flow(this, browser()).tokens(mail).path("access_token").asString();
        return browser().bearer(access);
    }

    Browser owner(String communityId) {
        return owner(communityId, newMail());
    }

    /** A program of a new member, who owns the community. */
    Browser owner(String communityId, String mail) {
        send(GrantRole.of(communityId, member(mail), Role.OWNER, "founded"));
        Browser owner = program(mail);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(owner.get("/api/communities/" + communityId + "/roles")
                                .status())
                        .isEqualTo(200));
        return owner;
    }

    void send(Object command) {
        commands.sendAs(CommandContext.of(Ids.next("cmd"), null), command);
    }

    static JsonNode claims(String jwt) {
        return JsonMapper.builder().build().readTree(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]));
    }
}
