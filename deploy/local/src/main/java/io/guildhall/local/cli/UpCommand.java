package io.guildhall.local.cli;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.demo.Demo;
import io.guildhall.local.demo.DemoSeed;
import io.guildhall.local.demo.history.HistoryState;
import io.guildhall.local.stack.DataFolder;
import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.FolderFacts;
import io.guildhall.local.stack.Ports;
import io.guildhall.local.stack.Preflight;
import io.guildhall.local.stack.Running;
import io.guildhall.local.stack.StackState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything and returns when it is ready; a new data folder gets the demo. */
@Command(
        name = "up",
        description = "Builds what is not built, starts every part, and fills a new data folder with a demo.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Mixin
    private Output output = new Output();

    @Mixin
    private Gate gate = new Gate();

    @Mixin
    private Fresh fresh = new Fresh();

    @Option(names = "--no-demo", description = "Leaves a new data folder without the demo.")
    private boolean noDemo;

    @Override
    public Integer call() throws InterruptedException {
        Instant began = Instant.now();
        DataFolder folder = place.folder();
        fresh.deleteIfAsked(folder);
        Progress progress = output.progress();
        Optional<StackState> running = withoutItsDemo(folder);
        if (running.isEmpty()) {
            Preflight.requireNotRunning(folder);
            Preflight.requireDisk(folder.path());
        }
        FolderFacts facts = gate.open(folder);
        StackState state = running.orElseGet(() -> new Start(place.root(), progress).of(folder, facts));
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
                        .filter(state -> !folder.open(Ports.DEFAULT).seeded())
                        .filter(state -> HistoryState.read(folder.history()).isEmpty());
    }

    private Optional<Demo> demo(DataFolder folder, FolderFacts facts, StackState state, Progress progress)
            throws InterruptedException {
        Optional<HistoryState> history = HistoryState.read(folder.history());
        if (facts.seeded() || noDemo || history.isPresent()) {
            history.filter(told -> !told.finished())
                    .ifPresent(told -> System.err.println(DemoCommand.cutOff(told, folder)));
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
