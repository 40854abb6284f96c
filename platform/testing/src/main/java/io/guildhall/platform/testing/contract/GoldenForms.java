package io.guildhall.platform.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.event.EventRegistry;
import io.guildhall.platform.event.EventType;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Every form in which an event was ever stored is read for ever, and each form only added optional fields. */
final class GoldenForms {

    private final ContractFiles files;
    private final EventRegistry events;
    private final EventCodec codec;

    GoldenForms(ContractFiles files, EventRegistry events, EventCodec codec) {
        this.files = files;
        this.events = events;
        this.codec = codec;
    }

    /** The present form is kept, and is what each earlier one has become by gaining optional fields. */
    void checkKept(EventType event) {
        writeMissing(event);
        assertThat(files.golden(event.name(), event.revision()))
                .as("the form of this revision (-Dguildhall.contracts=write keeps it)")
                .exists();
        JsonNode present = EventSchemas.of(event);
        for (int revision = 1; revision <= event.revision(); revision++) {
            JsonNode kept = schema(event, revision);
            assertThat(SchemaChange.notAllowed(kept, present, revision == event.revision()))
                    .as("changes of %s since revision %d that are no new optional field", event.name(), revision)
                    .isEmpty();
        }
    }

    /** The stored form is read, and nothing of it is lost on the way. */
    void checkRead(String form) {
        int dot = form.lastIndexOf('.');
        String name = form.substring(0, dot);
        EventType event = events.byName(name)
                .orElseThrow(() -> new AssertionError(name + " was stored once, and no record bears its name now"));
        JsonNode stored = ContractFiles.read(files.golden(name, Integer.parseInt(form.substring(dot + 1))))
                .orElseThrow();
        Object read = codec.read(stored.toString(), event.type());
        assertThat(Lost.between(stored, ContractFiles.JSON.readTree(codec.write(read))))
                .as("fields that %s does not read", event.type().getSimpleName())
                .isEmpty();
    }

    private JsonNode schema(EventType event, int revision) {
        return ContractFiles.read(files.goldenSchema(event.name(), revision))
                .orElseThrow(() -> new AssertionError("there is no " + files.goldenSchema(event.name(), revision)));
    }

    private void writeMissing(EventType event) {
        Optional<JsonNode> example = ContractFiles.read(files.example(event.name()));
        if (!files.writing() || example.isEmpty()) {
            return;
        }
        if (ContractFiles.read(files.golden(event.name(), event.revision())).isEmpty()) {
            ContractFiles.write(files.golden(event.name(), event.revision()), example.get());
            ContractFiles.write(files.goldenSchema(event.name(), event.revision()), EventSchemas.of(event));
        }
    }
}
