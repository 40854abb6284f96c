package io.guildhall.billing;

import io.guildhall.local.Ports;
import io.guildhall.platform.testing.Client;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.testing.TestIssuer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service without the profile that has the sandbox; it is closed at once, since it hears what the others are told. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@Import(TestIssuer.Trusted.class)
@DirtiesContext
class WithoutProviderTest {

    private static final int PORT = Ports.free();

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        Servers.register(registry, WithoutProviderTest.class);
        registry.add("server.port", () -> PORT);
    }

    @Test
    void takesNoOrdersAndHasNoSandbox(@Autowired TestIssuer issuer) {
        Client nobody = Client.nobody(PORT, issuer);

        nobody.somebody()
                .post("/api/communities/com_1/orders", "{\"offerId\": \"off_0198c0de000070008000000000000001\"}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("payments-not-set-up");
        nobody.get("/pay/sandbox/ses_1").expectStatus().isNotFound();
        nobody.post("/pay/sandbox/ses_1/behavior", "{}").expectStatus().isNotFound();
        nobody.post("/webhooks/sandbox", "{}").expectStatus().isNotFound();
    }
}
