package io.guildhall.platform.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.follow.Heard;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;

/**
 * One event that a service hears of another: our own record reads the publisher's example, and is all of that. It reads
 * those of the publisher's releases too, since their events are heard again.
 */
final class HeardContract {

    private final Class<?> heard;
    private final ContractFiles files;
    private final EventCodec codec;

    HeardContract(Class<?> heard, ContractFiles files, EventCodec codec) {
        this.heard = heard;
        this.files = files;
        this.codec = codec;
    }

    static List<Class<?>> scan(String basePackage) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Heard.class));
        return scanner.findCandidateComponents(basePackage).stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), HeardContract.class.getClassLoader()))
                .toList();
    }

    void check() {
        String name = Objects.requireNonNull(heard.getAnnotation(Heard.class)).value();
        JsonNode published = ContractFiles.read(files.exampleOfOther(name))
                .orElseThrow(() ->
                        new AssertionError("nobody publishes " + name + ": there is no " + files.exampleOfOther(name)));
        JsonNode schema = ContractFiles.read(files.schemaOfOther(name))
                .orElseThrow(() -> new AssertionError("there is no " + files.schemaOfOther(name)));
        assertThat(schema.path(EventSchemas.VISIBILITY).asString())
                .as("visibility of %s", name)
                .isEqualTo("public");
        JsonNode read = read(published);
        assertThat(schema.path("properties").propertyNames())
                .as("the published fields of %s", name)
                .containsAll(read.propertyNames());
        assertThat(Lost.between(read, published))
                .as("fields that %s reads otherwise than published", heard.getSimpleName())
                .isEmpty();
        files.releasesOfOther(name)
                .forEach(release -> release.example(name)
                        .ifPresent(released -> assertThat(Lost.between(read(released), released))
                                .as(
                                        "fields that %s reads otherwise than release %s told",
                                        heard.getSimpleName(), release.version())
                                .isEmpty()));
    }

    private JsonNode read(JsonNode event) {
        return ContractFiles.JSON.readTree(codec.write(codec.read(event.toString(), heard)));
    }
}
