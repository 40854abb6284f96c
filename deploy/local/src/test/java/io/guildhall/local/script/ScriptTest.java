package io.guildhall.local.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the guildhall script of the repository in a tree of its own, with JDKs and a Maven that only say their name. */
class ScriptTest {

    private static final String MODULE = "deploy/local";

    @TempDir
    Path temp;

    private Path root = Path.of(".");
    private Path home = Path.of(".");

    @BeforeEach
    void tree() throws Exception {
        root = Files.createDirectory(temp.resolve("tree"));
        home = Files.createDirectory(temp.resolve("home"));
        Path script = Path.of(System.getProperty("guildhall.root"), "guildhall");
        Files.copy(script, root.resolve("guildhall"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.createDirectories(root.resolve(MODULE).resolve("src/main"));
        Files.writeString(root.resolve(MODULE).resolve("pom.xml"), "<project/>");
        program(temp.resolve("bin/mvn"), """
            echo "$@" >>"$HOME/mvn-calls"
            [ ! -e "$HOME/broken" ] || { echo '[ERROR] something'; exit 1; }
            mkdir -p deploy/local/target && echo jar >deploy/local/target/guildhall-local-1.jar
            [ ! -d deploy/load ] || { mkdir -p deploy/load/target && echo jar >deploy/load/target/guildhall-load-1.jar; }\
            """);
    }

    @Test
    void takesTheJdkOfJavaHome() throws Exception {
        Run run = run(Map.of("JAVA_HOME", jdk("mine", "25.0.3").toString()), "status", "-o", "json");
        assertThat(run.code()).isZero();
        assertThat(run.output()).contains("java of mine:").contains("guildhall-local-1.jar status -o json");
    }

    @Test
    void passesOverAnOlderJavaHomeForAJdkOnThePath() throws Exception {
        Path newer = jdk("newer", "25");
        Run run = run(
                Map.of("JAVA_HOME", jdk("older", "17.0.1").toString(), "PATH", newer.resolve("bin") + ":" + path()),
                "status");
        assertThat(run.output()).contains("java of newer:");
    }

    @Test
    void buildsBeforeUpOnlyWhatIsOlderThanItsSources() throws Exception {
        assertThat(up().code()).isZero();
        assertThat(up().output()).doesNotContain("Building");
        assertThat(calls())
                .hasSize(1)
                .first()
                .asString()
                .contains("-Dmaven.test.skip=true -pl deploy/local -am package");

        Path source = Files.writeString(root.resolve(MODULE).resolve("src/main/New.java"), "class New {}");
        Files.setLastModifiedTime(source, FileTime.fromMillis(System.currentTimeMillis() + 2_000));
        assertThat(up().output()).contains("Built in");
        assertThat(calls()).hasSize(2);
    }

    @Test
    void buildsBeforeChaosWhatKillsToo() throws Exception {
        Files.createDirectories(root.resolve("deploy/load"));
        assertThat(up().code()).isZero();
        Run run = run(Map.of("JAVA_HOME", jdk("mine", "25.0.3").toString()), "chaos");
        assertThat(run.output()).contains("Built in").contains("guildhall-local-1.jar chaos");
        assertThat(calls()).last().asString().contains("-pl deploy/local,deploy/load -am package");
        assertThat(up().output()).doesNotContain("Building");
    }

    @Test
    void showsWhyABuildFailed() throws Exception {
        Files.createFile(home.resolve("broken"));
        Run run = up();
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.output()).contains("[ERROR] something").contains("guildhall: the build failed");
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        Files.delete(temp.resolve("bin/mvn"));
        Path tools = Files.createDirectory(temp.resolve("tools"));
        for (String tool : List.of("sh", "dirname", "find", "grep", "readlink", "head", "date", "mkdir")) {
            program(tools.resolve(tool), "PATH=/usr/bin:/bin exec " + tool + " \"$@\"");
        }
        Run run = run(Map.of("JAVA_HOME", jdk("mine", "25").toString(), "PATH", tools.toString()), "up");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.output().lines())
                .containsExactly("guildhall: Maven is missing: put mvn 3.8.7 or newer on the PATH.");
    }

    private Run up() throws Exception {
        return run(Map.of("JAVA_HOME", jdk("mine", "25.0.3").toString()), "up");
    }

    private List<String> calls() throws Exception {
        return Files.readAllLines(home.resolve("mvn-calls"));
    }

    private Path jdk(String name, String version) throws Exception {
        Path jdk = temp.resolve("jdks").resolve(name);
        program(jdk.resolve("bin/java"), "echo \"java of " + name + ": $*\"");
        program(jdk.resolve("bin/javac"), "exit 0");
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    private static void program(Path file, String script) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String path() {
        return temp.resolve("bin") + ":/usr/bin:/bin";
    }

    private Run run(Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh", root.resolve("guildhall").toString());
        builder.command().addAll(List.of(arguments));
        Map<String, String> all = new HashMap<>(Map.of("HOME", home.toString(), "PATH", path()));
        all.putAll(environment);
        builder.environment().clear();
        builder.environment().putAll(all);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private record Run(int code, String output) {}
}
