package io.guildhall.local.cli;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.demo.Demo;
import io.guildhall.local.demo.DemoSeed;
import io.guildhall.local.stack.DataFolder;
import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.FolderFacts;
import io.guildhall.local.stack.Ports;
import io.guildhall.local.stack.Preflight;
import io.guildhall.local.stack.Running;
import io.guildhall.local.stack.Stack;
import io.guildhall.local.stack.StackFailure;
import io.guildhall.local.stack.StackSettings;
import io.guildhall.local.stack.StackState;
import java.io.Console;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything and returns when it is ready; a new data folder gets the demo. */
@Command(
        name = "up",
        description = "Builds what is not built, starts every part, and fills a new data folder with a demo.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private static final Duration LONGEST_START = Duration.ofMinutes(10);
    private static final Duration LONGEST_STOP = Duration.ofMinutes(2);

    @Mixin
    private Place place = new Place();

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The gateway's port; the other parts take ports up to 12 above it (default: 8080, or what the"
                    + " data folder was made with).")
    private @Nullable Integer port;

    @Option(names = "--fresh", description = "Deletes the data folder first.")
    private boolean fresh;

    @Option(names = "--yes", description = "Deletes without asking.")
    private boolean yes;

    @Option(names = "--no-demo", description = "Leaves a new data folder without the demo.")
    private boolean noDemo;

    @Override
    public Integer call() throws InterruptedException {
        Instant began = Instant.now();
        DataFolder folder = place.folder();
        if (fresh && folder.exists()) {
            delete(folder);
        }
        Progress progress = output.progress();
        Optional<StackState> running = withoutItsDemo(folder);
        if (running.isEmpty()) {
            Preflight.requireNotRunning(folder);
            Preflight.requireDisk(folder.path());
        }
        FolderFacts facts = facts(folder);
        StackState state = running.isPresent() ? running.get() : start(folder, facts, progress);
        Optional<Demo> demo = demo(folder, facts, state, progress);
        Welcome welcome = new Welcome(folder, state, demo, Duration.between(began, Instant.now()));
        output.result(welcome.document(), welcome.lines());
        return ExitCode.OK.number();
    }

    /** A stack that runs although its demo was cut off: the command goes on with that. */
    private Optional<StackState> withoutItsDemo(DataFolder folder) {
        return noDemo
                ? Optional.empty()
                : Running.find(folder)
                        .flatMap(Running::state)
                        .filter(StackState::ready)
                        .filter(state -> !folder.open(Ports.DEFAULT).seeded());
    }

    private StackState start(DataFolder folder, FolderFacts facts, Progress progress) {
        StackSettings settings = StackSettings.of(place.root(), folder.path(), facts.port(), System.getenv());
        Running.endOrphans(folder);
        Preflight.requirePorts(settings);
        Stack stack = new Stack(settings);
        stack.unpack();
        StackState state = stack.start(LONGEST_START, now -> progress.show(PartLines.of(now, Instant.now())));
        progress.end();
        return state;
    }

    private FolderFacts facts(DataFolder folder) {
        FolderFacts facts = folder.open(port == null ? Ports.DEFAULT : new Ports(port).gateway());
        if (port != null && port != facts.port()) {
            FolderFacts moved = facts.withPort(port);
            folder.keep(moved);
            return moved;
        }
        return facts;
    }

    private void delete(DataFolder folder) {
        if (!yes) {
            Console console = System.console();
            String answer = console == null || !console.isTerminal()
                    ? null
                    : console.readLine("Delete %s and all data in it? [y/N] ", folder.path());
            if (answer == null || !answer.strip().equalsIgnoreCase("y")) {
                throw new StackFailure(
                        ExitCode.USAGE, "Nothing was deleted; --fresh --yes deletes " + folder.path() + " unasked.");
            }
        }
        Running.find(folder).ifPresent(running -> running.stop(LONGEST_STOP));
        Running.endOrphans(folder);
        folder.delete();
    }

    private Optional<Demo> demo(DataFolder folder, FolderFacts facts, StackState state, Progress progress)
            throws InterruptedException {
        if (facts.seeded() || noDemo) {
            return Demo.read(folder.demo());
        }
        GuildhallClient anyone = new GuildhallClient(URI.create(state.origin()));
        Demo demo = new DemoSeed(
                        anyone, folder, step -> progress.show(List.of(new Progress.Line("  demo: " + step, true))))
                .make();
        folder.keep(facts.withDemo());
        return Optional.of(demo);
    }
}
