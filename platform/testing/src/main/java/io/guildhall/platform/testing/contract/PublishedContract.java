package io.guildhall.platform.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.event.EventType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One published event: its record writes exactly the example file, which fits the schema of the record. */
final class PublishedContract {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final EventType event;
    private final ContractFiles files;
    private final EventCodec codec;
    private final @Nullable Object example;

    PublishedContract(EventType event, ContractFiles files, EventCodec codec, @Nullable Object example) {
        this.event = event;
        this.files = files;
        this.codec = codec;
        this.example = example;
    }

    void check() {
        JsonNode generated = EventSchemas.of(event);
        writeMissing(generated);
        JsonNode published = ContractFiles.read(files.example(event.name()))
                .orElseThrow(() -> new AssertionError("there is no example " + files.example(event.name())));
        Object read = codec.read(published.toString(), event.type());
        assertThat(ContractFiles.JSON.readTree(codec.write(read)))
                .as("what %s writes", event.type().getSimpleName())
                .isEqualTo(published);
        if (example != null) {
            assertThat(read).as("the example file").isEqualTo(example);
        }
        assertThat(ContractFiles.read(files.schema(event.name())))
                .as("the schema file of %s (-Dguildhall.contracts=write writes it)", event.name())
                .isEqualTo(Optional.of(generated));
        assertThat(SCHEMAS.getSchema(generated).validate(published))
                .as("what does not fit the schema")
                .isEmpty();
    }

    private void writeMissing(JsonNode schema) {
        if (!files.writing()) {
            return;
        }
        if (example != null) {
            ContractFiles.write(files.example(event.name()), ContractFiles.JSON.readTree(codec.write(example)));
        }
        ContractFiles.write(files.schema(event.name()), schema);
    }
}
