package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The jars of a release, which {@code deploy/load/release} builds from its commit where it has not yet. */
record Release(Path root) {

    static Release of(Path repository, String version) throws IOException, InterruptedException {
        Path out = Files.createTempFile("release", ".out");
        int ended = new ProcessBuilder(repository.resolve("deploy/load/release").toString(), version)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start()
                .waitFor();
        String printed = Files.readString(out).strip();
        Files.delete(out);
        assertThat(ended).as(printed).isZero();
        return new Release(Path.of(printed));
    }

    Path jar(String service) {
        return Instance.builtIn(root, service);
    }
}
