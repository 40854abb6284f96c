package io.guildhall.gateway.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The pages of visitors, members, owners and operators: one document for all their addresses, which decides in the browser what to show.
 *
 * <p>A gateway built without them ({@code -DskipUi}) leads to the API's page.
 */
@RestController
class WebUi {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Resource index = new ClassPathResource("web/index.html");
    private final boolean built = index.exists();

    @GetMapping({"/", "/communities/**", "/operations/**", "/account", "/notices", "/found"})
    ResponseEntity<Resource> page() {
        if (!built) {
            return ResponseEntity.status(HttpStatus.FOUND)
                    .location(URI.create("/docs"))
                    .build();
        }
        return ResponseEntity.ok().contentType(HTML).body(index);
    }
}
