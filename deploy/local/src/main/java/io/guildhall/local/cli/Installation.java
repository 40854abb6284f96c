package io.guildhall.local.cli;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Whom a command speaks to, and as whom: the stack of a data folder, or an installation elsewhere. */
final class Installation {

    private static final String SERVER = "GUILDHALL_SERVER";
    private static final String TOKEN = "GUILDHALL_TOKEN";
    private static final Duration LONG = Duration.ofMinutes(30);

    @Mixin
    private Place place = new Place();

    @Option(
            names = "--server",
            paramLabel = "URL",
            converter = Origin.class,
            description = "An installation elsewhere, by its gateway's address, instead of the stack on this machine"
                    + " (default: GUILDHALL_SERVER, unless --data is given).")
    private @Nullable URI named;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with a personal access token (default: GUILDHALL_TOKEN for an installation elsewhere,"
                    + " else what the data folder has).")
    private @Nullable Path tokenFile;

    private final Map<String, String> environment;

    Installation() {
        this(System.getenv());
    }

    Installation(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * The stack of this machine, unless the command is about one elsewhere.
     *
     * @throws StackFailure when it is told to be about both
     */
    Optional<Place> local() {
        return server().isPresent() ? Optional.empty() : Optional.of(place);
    }

    /** Where the installation elsewhere is; what was typed beats the environment. */
    private Optional<URI> server() {
        if (named != null && place.isGiven()) {
            throw new StackFailure(ExitCode.USAGE, "Either --server or --data: one says elsewhere, the other here.");
        }
        if (named != null || place.isGiven()) {
            return Optional.ofNullable(named);
        }
        return given(SERVER).map(Origin::read);
    }

    private Optional<String> given(String variable) {
        return Optional.ofNullable(environment.get(variable)).map(String::strip).filter(text -> !text.isEmpty());
    }

    GuildhallClient operator() {
        return as("operator", place.folder().token());
    }

    GuildhallClient owner() {
        return as("owner", place.folder().ownerToken());
    }

    GuildhallClient as(Path file) {
        return client().withToken(read(file, "owner"));
    }

    URI origin() {
        return server().orElseGet(() -> URI.create(place.running().origin()));
    }

    private GuildhallClient as(String who, Path tokenOfFolder) {
        return client().withToken(token(who, tokenOfFolder));
    }

    private GuildhallClient client() {
        return new GuildhallClient(origin()).withPatience(LONG);
    }

    private String token(String who, Path tokenOfFolder) {
        if (tokenFile != null) {
            return read(tokenFile, who);
        }
        Optional<URI> elsewhere = server();
        return elsewhere.isEmpty()
                ? read(tokenOfFolder, who)
                : given(TOKEN)
                        .orElseThrow(() -> new StackFailure(
                                ExitCode.USAGE,
                                "A token for " + elsewhere.get() + " is missing: set " + TOKEN
                                        + " or give --token-file."));
    }

    private static String read(Path file, String who) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StackFailure(
                    ExitCode.FOLDER_UNUSABLE, "There is no token of the " + who + " at " + file + " that can be read.");
        }
    }

    /** Reads the address of a gateway, with nothing behind its port; in clear only where it stays on this machine. */
    static final class Origin implements ITypeConverter<URI> {

        private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d+){3}|\\[::1]");

        static URI read(String text) {
            try {
                return new Origin().convert(text);
            } catch (TypeConversionException unreadable) {
                throw new StackFailure(ExitCode.USAGE, SERVER + ": " + unreadable.getMessage());
            }
        }

        @Override
        public URI convert(String text) {
            try {
                URI address = URI.create(text);
                String scheme = String.valueOf(address.getScheme());
                String host = address.getHost();
                if (host != null && scheme.equals("https")
                        || host != null
                                && scheme.equals("http")
                                && LOOPBACK.matcher(host).matches()) {
                    return address.resolve("/");
                }
            } catch (IllegalArgumentException malformed) {
                // said below
            }
            throw new TypeConversionException(
                    "'" + text + "' is no address to send a token to; try https://hall.example.org");
        }
    }
}
