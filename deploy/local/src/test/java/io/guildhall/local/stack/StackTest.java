package io.guildhall.local.stack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.local.client.GuildhallClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real supervisor, document store and broker as processes, with services that only say what they were told. */
@Tag("long")
class StackTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path temp;

    private DataFolder folder = new DataFolder(Path.of("."));

    @BeforeEach
    void build() throws Exception {
        folder = new DataFolder(temp.resolve("data"));
        jar("deploy/local", "guildhall-local", "unused");
        for (String service : Parts.SERVICES) {
            jar(service, "guildhall-" + service, FakeService.class.getName());
        }
        jar(Parts.GATEWAY, "guildhall-" + Parts.GATEWAY, FakeService.class.getName());
    }

    @AfterEach
    void end() {
        Running.find(folder).ifPresent(running -> running.stop(PATIENCE));
        Running.endOrphans(folder);
    }

    @Test
    void startsRestartsSurvivesItsSupervisorAndEnds() {
        Ports ports = freePorts();
        FolderFacts facts = folder.open(ports.gateway());
        StackSettings settings = StackSettings.of(temp, folder.path(), ports.gateway(), Map.of());
        StackState state = new Stack(settings, facts).start(PATIENCE, now -> {});

        assertThat(state.parts()).extracting(PartState::name).containsExactlyElementsOf(Parts.names());
        assertThat(told(ports, Parts.MEMBER))
                .contains("MONGODB_URI=mongodb://127.0.0.1:" + ports.of(Parts.STORE))
                .contains("KAFKA_BOOTSTRAP=127.0.0.1:" + ports.of(Parts.BROKER))
                .contains("GUILDHALL_ISSUER=http://127.0.0.1:" + ports.gateway() + "/id");
        assertThat(told(ports, Parts.GATEWAY))
                .contains("GUILDHALL_SERVICES_COURSE=http://127.0.0.1:" + ports.of(Parts.COURSE));

        long killed = pid(state, Parts.COURSE);
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        await().atMost(PATIENCE).until(() -> current().ready() && pid(current(), Parts.COURSE) != killed);
        assertThat(part(current(), Parts.COURSE).restarts()).isEqualTo(1);

        ProcessHandle.of(state.pid()).orElseThrow().destroyForcibly();
        await().until(() -> Running.find(folder).isEmpty());
        assertThat(told(ports, Parts.MEMBER)).contains("SERVER_PORT");
        assertThat(Running.endOrphans(folder)).isEqualTo(Parts.names().size());

        StackState second = new Stack(settings, facts).start(PATIENCE, now -> {});
        assertThat(second.ready()).isTrue();
        Running.require(folder).stop(PATIENCE);
        assertThat(Running.find(folder)).isEmpty();
        assertThat(second.parts())
                .noneMatch(part -> ProcessHandle.of(requireNonNull(part.pid()))
                        .map(ProcessHandle::isAlive)
                        .orElse(false));
    }

    private StackState current() {
        return StackState.read(folder.state()).orElseThrow();
    }

    private static String told(Ports ports, String part) {
        URI address = URI.create("http://127.0.0.1:" + ports.of(part));
        return new GuildhallClient(address).get("/env").expect(200).body();
    }

    private static long pid(StackState state, String part) {
        Long pid = part(state, part).pid();
        return pid == null ? -1 : pid;
    }

    private static PartState part(StackState state, String name) {
        return state.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A jar that holds nothing but a class path: that of this test. */
    private void jar(String module, String name, String main) throws IOException {
        Path target = temp.resolve(module).resolve("target");
        Files.createDirectories(target.resolve("lib"));
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, main);
        attributes.put(
                Attributes.Name.CLASS_PATH,
                Arrays.stream(System.getProperty("java.class.path").split(":"))
                        .map(entry -> Path.of(entry).toUri().toString())
                        .collect(Collectors.joining(" ")));
        Path jar = target.resolve(name + "-1.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    private static Ports freePorts() {
        while (true) {
            int base = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            if (IntStream.rangeClosed(base, base + 12).allMatch(io.guildhall.local.Ports::isFree)) {
                return new Ports(base);
            }
        }
    }
}
