package io.guildhall.local.cli;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.demo.DemoSeed;
import io.guildhall.local.demo.history.History;
import io.guildhall.local.demo.history.HistorySize;
import io.guildhall.local.demo.history.HistoryState;
import io.guildhall.local.demo.history.Telling;
import io.guildhall.local.demo.history.Venue;
import io.guildhall.local.stack.DataFolder;
import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.FolderFacts;
import io.guildhall.local.stack.Preflight;
import io.guildhall.local.stack.Running;
import io.guildhall.local.stack.StackFailure;
import io.guildhall.local.stack.StackState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fills a new data folder with months of two communities' life, ends at the present, and leaves the stack running. */
@Command(
        name = "demo",
        description = "Fills a new data folder with months of life in two communities, sent as commands on the moved"
                + " clock: who comes, learns, pays, talks, leaves and returns. The same seed tells the same story."
                + " One that was cut off goes on when it is started again.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0 told to its end   1 failed or partly refused   2 wrong arguments   5 port taken",
            "  6 the data folder holds something else   7 disk full   9 not ready"
        })
final class DemoCommand implements Callable<Integer> {

    private static final int MOST_MEMBERS = 2_000;
    private static final int MOST_MONTHS = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Mixin
    private Place place = new Place();

    @Mixin
    private Output output = new Output();

    @Mixin
    private Gate gate = new Gate();

    @Mixin
    private Fresh fresh = new Fresh();

    @Option(
            names = "--members",
            paramLabel = "COUNT",
            defaultValue = "300",
            description = "2 to 2000 (default: ${DEFAULT-VALUE}).")
    private int members;

    @Option(
            names = "--months",
            paramLabel = "COUNT",
            defaultValue = "6",
            description = "1 to 12 (default: ${DEFAULT-VALUE}).")
    private int months;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "7",
            description = "Which story is told (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws InterruptedException {
        Instant began = Instant.now();
        HistorySize size = size();
        DataFolder folder = place.folder();
        fresh.deleteIfAsked(folder);
        Optional<HistoryState> cutOff = requireRoom(folder, size);
        Preflight.requireDisk(folder.path());
        FolderFacts opened = gate.open(folder);
        History history = cutOff.map(state -> History.goOn(folder.history(), state))
                .orElseGet(() -> History.begin(folder.history(), size, Instant.now()));
        FolderFacts facts = cutOff.isPresent() ? opened : opened.withClockBeginning(history.offset());
        folder.keep(facts);

        Progress progress = output.progress();
        StackState state = running(folder).orElseGet(() -> new Start(place.root(), progress).of(folder, facts));
        HistoryReport report = tell(history, folder, state, progress);
        folder.keep(facts.withDemo());
        Duration took = Duration.between(began, Instant.now());
        output.result(report.document(took), report.lines(took));
        return report.refused().isEmpty() ? ExitCode.OK.number() : ExitCode.FAILED.number();
    }

    private HistorySize size() {
        if (members < 2 || members > MOST_MEMBERS) {
            throw new StackFailure(ExitCode.USAGE, "--members must be from 2 to " + MOST_MEMBERS + ".");
        }
        if (months < 1 || months > MOST_MONTHS) {
            throw new StackFailure(ExitCode.USAGE, "--months must be from 1 to " + MOST_MONTHS + ".");
        }
        return new HistorySize(members, months, seed);
    }

    /** A history begins in the past, so nothing may have happened in the folder; its own beginning may. */
    private static Optional<HistoryState> requireRoom(DataFolder folder, HistorySize size) {
        Optional<HistoryState> kept = HistoryState.read(folder.history());
        if (kept.isEmpty() && Files.exists(folder.path().resolve("guildhall.json"))) {
            throw new StackFailure(
                    ExitCode.FOLDER_UNUSABLE,
                    "The data folder %s holds other data; choose a new one with --data, or begin anew with --fresh."
                            .formatted(folder.path()));
        }
        if (kept.isPresent() && kept.get().finished()) {
            throw new StackFailure(
                    ExitCode.FOLDER_UNUSABLE,
                    "The data folder %s holds a whole history (%s); ./guildhall up starts it, --fresh begins anew."
                            .formatted(folder.path(), kept.get().size()));
        }
        if (kept.isPresent() && !kept.get().size().equals(size)) {
            throw new StackFailure(ExitCode.FOLDER_UNUSABLE, cutOff(kept.get(), folder));
        }
        return kept;
    }

    /** What to do about a history that did not come to its end. */
    static String cutOff(HistoryState told, DataFolder folder) {
        return "The data folder %s holds a history that was cut off: ./guildhall demo %s goes on, --fresh begins anew."
                .formatted(folder.path(), told.size());
    }

    private static Optional<StackState> running(DataFolder folder) {
        return Running.find(folder).flatMap(Running::state).filter(StackState::ready);
    }

    private HistoryReport tell(History history, DataFolder folder, StackState state, Progress progress)
            throws InterruptedException {
        var anyone = new GuildhallClient(URI.create(state.origin()));
        var seed = new DemoSeed(
                anyone, folder, step -> progress.show(List.of(new Progress.Line("  demo: " + step, true))));
        GuildhallClient owner = seed.people();
        progress.end();
        var telling = new Telling(history);
        var bar = new HistoryBar();
        List<Venue> venues = telling.tell(
                anyone,
                anyone.withToken(token(folder.token())).withPatience(PATIENCE),
                owner,
                token(folder.ownerToken()),
                seed.making(),
                far -> progress.show(List.of(bar.line(far))));
        history.finish();
        progress.end();
        LocalDate from = history.firstMorning().atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate to = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        Map<String, Map<String, Object>> figures = new LinkedHashMap<>();
        venues.forEach(venue -> figures.put(venue.name(), new HistoryFigures(owner, venue, from, to).numbers()));
        return new HistoryReport(folder, state, seed.making().demo(), history, figures, telling.refused());
    }

    private static String token(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StackFailure(ExitCode.FOLDER_UNUSABLE, file + " cannot be read: " + e.getMessage());
        }
    }
}
