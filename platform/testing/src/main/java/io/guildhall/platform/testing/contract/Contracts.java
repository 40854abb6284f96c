package io.guildhall.platform.testing.contract;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.event.EventRegistry;
import io.guildhall.platform.event.EventType;
import io.guildhall.platform.testing.TestKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A service's contracts as tests: it publishes exactly its example files, it reads the example files of those it hears,
 * it reads every form it ever stored, and it keeps what its releases promised. A service runs them all with
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keepsItsContracts() {
 *     return Contracts.of("io.guildhall.course").tests();
 * }
 * }</pre>
 *
 * <p>An example stands in {@code src/main/resources/contracts/<event-name>.json}, its JSON Schema beside it in
 * {@code <event-name>.schema.json}, each stored form in {@code src/test/resources/golden/<event-name>.<revision>.json},
 * both files as they were in a release in {@code src/test/resources/releases/<version>}.
 * {@code mvn verify -Dguildhall.contracts=write} writes what is missing or may change, never a golden file that exists
 * and nothing of a release.
 */
public final class Contracts {

    private final String basePackage;
    private final ContractFiles files;
    private final EventRegistry events;
    private final EventCodec codec = new EventCodec(List.of(TestKeys.personalModule()));
    private final Map<Class<?>, Object> examples = new HashMap<>();

    private Contracts(String basePackage, ContractFiles files) {
        this.basePackage = basePackage;
        this.files = files;
        this.events = EventRegistry.scan(List.of(basePackage));
    }

    /** The contracts of the service in this package, of which this is the module under test. */
    public static Contracts of(String basePackage) {
        return of(basePackage, ContractFiles.ofModule());
    }

    static Contracts of(String basePackage, ContractFiles files) {
        return new Contracts(basePackage, files);
    }

    /** Events from which missing example files are written; needed where they bear personal fields. */
    public Contracts with(Object... writtenFrom) {
        for (Object example : writtenFrom) {
            examples.put(example.getClass(), example);
        }
        return this;
    }

    /** One test per published event, stored form, released event and event heard. */
    public Stream<DynamicTest> tests() {
        return Stream.of(published(), golden(), released(), heard()).flatMap(each -> each);
    }

    private Stream<DynamicTest> published() {
        return events.all().stream()
                .map(event -> dynamicTest(
                        "publishes " + event.name(), () -> published(event).check()));
    }

    private PublishedContract published(EventType event) {
        return new PublishedContract(event, files, codec, examples.get(event.type()));
    }

    private Stream<DynamicTest> golden() {
        var golden = new GoldenForms(files, events, codec);
        Stream<DynamicTest> kept = events.all().stream()
                .map(event -> dynamicTest("keeps the form of " + event.name(), () -> golden.checkKept(event)));
        Stream<DynamicTest> read = files.goldenForms().stream()
                .map(form -> dynamicTest("reads the stored form " + form, () -> golden.checkRead(form)));
        return Stream.concat(kept, read);
    }

    private Stream<DynamicTest> released() {
        return files.releases().stream()
                .flatMap(release -> release.events().stream()
                        .map(event -> dynamicTest(
                                "keeps %s of release %s".formatted(event, release.version()),
                                () -> release.checkEvent(event, events, codec, files))));
    }

    private Stream<DynamicTest> heard() {
        return HeardContract.scan(basePackage).stream()
                .map(heard -> dynamicTest(
                        "hears " + heard.getSimpleName(), () -> new HeardContract(heard, files, codec).check()));
    }
}
