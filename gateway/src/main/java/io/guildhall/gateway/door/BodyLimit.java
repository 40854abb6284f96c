package io.guildhall.gateway.door;

import io.guildhall.gateway.problem.ProblemType;
import io.guildhall.gateway.problem.Refused;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Flux;

/** Refuses a body above the limit: at once when its length is announced, else as soon as too much has come. */
@Component
class BodyLimit {

    private static final PathPattern DRAFTS =
            PathPatternParser.defaultInstance.parse("/api/communities/{communityId}/courses/**");

    private final BodyProperties properties;

    BodyLimit(BodyProperties properties) {
        this.properties = properties;
    }

    /** The exchange with a body that fails with 413 beyond the limit. */
    ServerWebExchange on(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        DataSize limit =
                DRAFTS.matches(request.getPath().pathWithinApplication()) ? properties.draft() : properties.limit();
        if (request.getHeaders().getContentLength() > limit.toBytes()) {
            throw tooLarge(limit);
        }
        return exchange.mutate().request(new Counted(request, limit)).build();
    }

    private static Refused tooLarge(DataSize limit) {
        return Refused.as(ProblemType.PAYLOAD_TOO_LARGE, limit.toKilobytes());
    }

    private static final class Counted extends ServerHttpRequestDecorator {

        private final DataSize limit;
        private final AtomicLong seen = new AtomicLong();

        Counted(ServerHttpRequest request, DataSize limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return super.getBody().<DataBuffer>handle((buffer, sink) -> {
                if (seen.addAndGet(buffer.readableByteCount()) > limit.toBytes()) {
                    DataBufferUtils.release(buffer);
                    sink.error(tooLarge(limit));
                } else {
                    sink.next(buffer);
                }
            });
        }
    }
}
