package io.guildhall.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.testing.Servers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("local")
class MemberServiceTest {

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        Servers.register(registry, MemberServiceTest.class);
    }

    @Autowired
    MockMvcTester http;

    @Test
    void starts() {
        assertThat(http.get().uri("/id/login")).hasStatus(200).bodyText().contains("username");
    }
}
