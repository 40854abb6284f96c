package io.guildhall.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.local.demo.history.History;
import io.guildhall.local.demo.history.HistorySize;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {

    @TempDir
    Path folder;

    private final StringWriter errors = new StringWriter();
    private final StringWriter printed = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "verify",
                "letters",
                "letters retry a/b.0/1",
                "replay",
                "rebuild member x",
                "clock +30d"
            })
    void saysInOneLineThatNoStackRuns(String command) {
        int code = execute(command + " --data " + folder.resolve("none"));
        assertThat(code).isEqualTo(10);
        assertThat(errors.toString().lines()).singleElement().asString().startsWith("No stack runs on ");
    }

    @Test
    void downWithoutAStackIsDone() {
        assertThat(execute("down --data " + folder)).isZero();
    }

    @Test
    void upLeavesAForeignFolderAlone() throws Exception {
        Files.writeString(folder.resolve("notes.txt"), "mine");
        assertThat(execute("up --fresh --yes --data " + folder)).isEqualTo(6);
        assertThat(execute("up --data " + folder)).isEqualTo(6);
        assertThat(errors.toString()).contains("not a Guildhall data folder");
        assertThat(folder.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void freshDeletesNothingUnasked() throws Exception {
        Files.writeString(folder.resolve("guildhall.json"), "{}");
        assertThat(execute("up --fresh --data " + folder)).isEqualTo(2);
        assertThat(folder.resolve("guildhall.json")).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up --port 80",
                "clock yesterday",
                "clock -30d",
                "logs nobody",
                "letters drop a/b.0/1",
                "import",
                "status --server hall",
                "completion fish",
                "demo --members 1",
                "demo --months 13",
                "chaos --kills 0",
                "frobnicate"
            })
    void refusesWrongArguments(String command) {
        assertThat(execute(
                        command + (command.matches("(frob|comp|chaos).*") ? "" : " --data " + folder.resolve("new"))))
                .isEqualTo(2);
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void demoBeginsNoHistoryWhereSomethingHappened() throws Exception {
        Files.writeString(folder.resolve("guildhall.json"), "{}");
        assertThat(execute("demo --data " + folder)).isEqualTo(6);
        assertThat(errors.toString().lines())
                .singleElement()
                .asString()
                .contains("holds other data")
                .contains("--fresh");
        assertThat(folder.resolve("history.json")).doesNotExist();
    }

    @Test
    void demoGoesOnWithItsOwnHistoryAlone() {
        History.begin(folder.resolve("history.json"), new HistorySize(12, 2, 3), Instant.now());
        assertThat(execute("demo --members 12 --months 2 --seed 4 --data " + folder))
                .isEqualTo(6);
        assertThat(errors.toString())
                .contains("cut off")
                .contains("./guildhall demo --members 12 --months 2 --seed 3 goes on");
    }

    @Test
    void importSendsNothingFromAFolderWithoutLessons() throws Exception {
        Files.writeString(folder.resolve("picture.png"), "x");
        assertThat(execute("import " + folder + " --community com_1")).isEqualTo(1);
        assertThat(errors.toString()).contains("There is no lesson in");
    }

    @Test
    void needsATokenForAnInstallationElsewhere() {
        assertThat(execute("status --server http://127.0.0.1:9")).isEqualTo(2);
        assertThat(errors.toString().lines()).singleElement().asString().contains("GUILDHALL_TOKEN");
    }

    @Test
    void saysWhenNobodyAnswersElsewhere() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "ghp_x");
        assertThat(execute("verify --server http://127.0.0.1:9 --token-file " + token))
                .isEqualTo(9);
        assertThat(errors.toString()).contains("/api/ops/member/verify");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verify --server http://127.0.0.1:9 --data here",
                "verify --server http://hall.example.org",
                "clock +1d --server https://hall.example.org"
            })
    void sendsNothingWhereItIsNotClearOrNotSafe(String command) {
        assertThat(execute(command)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void completesCommandsAndOptions(String shell) throws Exception {
        assertThat(execute("completion " + shell)).isZero();
        Path script = Files.writeString(folder.resolve("completion"), printed.toString());
        assertThat(completed(script, "guildhall ver")).isEqualTo("verify");
        assertThat(completed(script, "guildhall status --se")).isEqualTo("--server");
        assertThat(completed(script, "guildhall letters ret")).isEqualTo("retry");
        assertThat(completed(script, "guildhall letters bil")).isEqualTo("billing");
        assertThat(completed(script, "guildhall rebuild bil")).isEqualTo("billing");
        assertThat(completed(script, "guildhall restore top")).isEqualTo("topic");
        assertThat(completed(script, "guildhall restore topic bil")).isEqualTo("billing");
    }

    private String completed(Path script, String typed) throws Exception {
        String[] words = typed.split(" ");
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "compopt() { :; }; source %s; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_guildhall; echo ${COMPREPLY[@]}"
                                .formatted(script, typed, words.length - 1))
                .redirectErrorStream(true)
                .start();
        return new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @ParameterizedTest
    @CsvSource({"+30d,PT720H", "12h,PT12H", "+2w,PT336H", "+90m,PT1H30M", "PT5S,PT5S"})
    void readsSpansOfTime(String text, Duration span) {
        assertThat(new Times.Forward().convert(text)).isEqualTo(span);
    }

    @Test
    void offATerminalPrintsEachSettledLineOnce() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Progress progress = new Progress(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);
        Progress.Line ready = new Progress.Line("store ready", true);
        progress.show(List.of(ready, new Progress.Line("broker 1 s", false)));
        progress.show(List.of(ready, new Progress.Line("broker 2 s", false)));
        progress.show(List.of(ready, new Progress.Line("broker ready", true)));
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("store ready\nbroker ready\n");
    }

    @Test
    void followsWholeLinesOfAGrowingFileThatIsTurnedOver() throws Exception {
        Path log = Files.writeString(folder.resolve("a.log"), "one\ntwo\nthr");
        LogTail tail = new LogTail(log);
        assertThat(tail.last(1)).containsExactly("two");
        Files.writeString(log, "one\ntwo\nthree\n");
        assertThat(tail.more()).containsExactly("three");
        Files.writeString(log, "new\n");
        assertThat(tail.more()).containsExactly("new");
    }

    private int execute(String command) {
        CommandLine line = Guildhall.line();
        line.setErr(new PrintWriter(errors, true));
        line.setOut(new PrintWriter(printed, true));
        return line.execute(command.split(" "));
    }
}
