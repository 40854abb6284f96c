package io.guildhall.gateway.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/**
 * The pages of visitors, members, owners and operators: one document for all their addresses, which decides in the browser
 * what to show.
 *
 * <p>A gateway built without them ({@code -DskipUi}) leads to the API's page.
 */
@RestController
class WebUi {

    static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private static final int BUFFER = 8192;

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

    boolean built() {
        return built;
    }

    /** The same document, for an answer that is no success. */
    Flux<DataBuffer> document(DataBufferFactory buffers) {
        return DataBufferUtils.read(index, buffers, BUFFER);
    }
}
