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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Whom a command speaks to, and as whom: the stack of a data folder, or an installation elsewhere. */
final class Installation {

    private static final String TOKEN = "GUILDHALL_TOKEN";
    private static final Duration LONG = Duration.ofMinutes(30);

    @Mixin
    private Place place = new Place();

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${env:GUILDHALL_SERVER}",
            converter = Origin.class,
            description = "An installation elsewhere, by its gateway's address, instead of the stack on this machine"
                    + " (default: GUILDHALL_SERVER).")
    private @Nullable URI server;

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

    /** The stack of this machine, unless the command is about one elsewhere. */
    Optional<Place> local() {
        return server == null ? Optional.of(place) : Optional.empty();
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
        return server == null ? URI.create(place.running().origin()) : server;
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
        if (server == null) {
            return read(tokenOfFolder, who);
        }
        return Optional.ofNullable(environment.get(TOKEN))
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .orElseThrow(() -> new StackFailure(
                        ExitCode.USAGE,
                        "A token for " + server + " is missing: set " + TOKEN + " or give --token-file."));
    }

    private static String read(Path file, String who) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StackFailure(
                    ExitCode.FOLDER_UNUSABLE, "There is no token of the " + who + " at " + file + " that can be read.");
        }
    }

    /** Reads the address of a gateway, with nothing behind its port. */
    static final class Origin implements ITypeConverter<URI> {

        @Override
        public URI convert(String text) {
            try {
                URI address = URI.create(text);
                String scheme = String.valueOf(address.getScheme());
                if (address.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
                    return address.resolve("/");
                }
            } catch (IllegalArgumentException malformed) {
                // said below
            }
            throw new TypeConversionException("'" + text + "' is no address; try https://hall.example.org");
        }
    }
}
