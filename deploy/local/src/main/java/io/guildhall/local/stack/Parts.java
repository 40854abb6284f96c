package io.guildhall.local.stack;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of a Guildhall: which there are, what each is told by its environment, and which must be ready first. */
public final class Parts {

    public static final String STORE = "store";
    public static final String BROKER = "broker";
    public static final String MEMBER = "member-service";
    public static final String COURSE = "course-service";
    public static final String COMMUNITY = "community-service";
    public static final String BILLING = "billing-service";
    public static final String ANALYTICS = "analytics-service";
    public static final String GATEWAY = "gateway";
    public static final List<String> SERVICES = List.of(MEMBER, COURSE, COMMUNITY, BILLING, ANALYTICS);

    private static final String STORE_MAIN = "io.guildhall.local.store.EmbeddedStore";
    private static final String BROKER_MAIN = "io.guildhall.local.broker.EmbeddedBroker";
    private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

    private final StackSettings settings;
    private final DataFolder folder;
    private final Ports ports;

    Parts(StackSettings settings) {
        this.settings = settings;
        this.folder = new DataFolder(settings.data());
        this.ports = settings.ports();
    }

    /** All names that a log may have, in the order of their start. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(List.of(STORE, BROKER));
        names.addAll(SERVICES);
        names.add(GATEWAY);
        return names;
    }

    /** What a service is called in its log's name and in the gateway's paths. */
    public static String shortName(String part) {
        return part.replace("-service", "");
    }

    /** The names whose ports must be free: all but those that real servers take the place of. */
    static Set<String> listening(StackSettings settings) {
        Set<String> names = new LinkedHashSet<>(settings.ports().all().keySet());
        if (settings.mongodbUri() != null) {
            names.remove(STORE);
        }
        if (settings.kafkaBootstrap() != null) {
            names.removeIf(name -> name.startsWith(BROKER));
        }
        return names;
    }

    List<Part> all(Modules modules) {
        List<Part> parts = new ArrayList<>(servers(modules.local()));
        Set<String> servers = Set.copyOf(parts.stream().map(Part::name).toList());
        for (String service : SERVICES) {
            parts.add(spring(service, modules.service(service), service(service), servers));
        }
        parts.add(spring(GATEWAY, modules.service(GATEWAY), gateway(), servers));
        return parts;
    }

    /** Runs that make later starts of the parts faster; those of the embedded servers use a folder of their own. */
    List<Training> trainings(Modules modules) {
        List<Training> trainings = new ArrayList<>();
        Image local = modules.local();
        trainings.add(local.training(BROKER_MAIN, List.of(local.scratch(BROKER), "0", "0")));
        trainings.add(local.training(STORE_MAIN, List.of(local.scratch(STORE), "0")));
        trainings.add(modules.service(GATEWAY).training(gateway()));
        for (String service : SERVICES) {
            trainings.add(modules.service(service).training(service(service)));
        }
        return trainings;
    }

    private List<Part> servers(Image local) {
        List<Part> servers = new ArrayList<>();
        if (settings.mongodbUri() == null) {
            servers.add(server(local, STORE, STORE_MAIN, ports.of(STORE)));
        }
        if (settings.kafkaBootstrap() == null) {
            servers.add(server(local, BROKER, BROKER_MAIN, ports.of(BROKER), ports.of(BROKER + " controller")));
        }
        return servers;
    }

    private Part server(Image local, String name, String main, int... portNumbers) {
        List<String> arguments = new ArrayList<>();
        arguments.add(folder.path().resolve(name).toString());
        for (int port : portNumbers) {
            arguments.add(String.valueOf(port));
        }
        return new Part(
                name,
                portNumbers[0],
                local.run(main, arguments),
                Map.of(),
                local.folder(),
                new Readiness.Line("READY"),
                Set.of(),
                STOP_WITHIN);
    }

    private Part spring(String name, Image image, Map<String, String> environment, Set<String> after) {
        int port = ports.of(name);
        return new Part(
                name,
                port,
                image.run(),
                environment,
                image.folder(),
                new Readiness.Answer(URI.create("http://127.0.0.1:" + port + "/readyz")),
                after,
                STOP_WITHIN);
    }

    private Map<String, String> common(String name) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", String.valueOf(ports.of(name)));
        environment.put("SPRING_PROFILES_ACTIVE", "local");
        environment.put("GUILDHALL_ISSUER", settings.origin() + "/id");
        environment.put("GUILDHALL_MASTER_KEY_FILE", folder.masterKey().toString());
        environment.put("AXONIQ_UPDATE_CHECKER_DISABLED", "true");
        return environment;
    }

    private Map<String, String> service(String name) {
        Map<String, String> environment = common(name);
        environment.put("MONGODB_URI", orEmbedded(settings.mongodbUri(), "mongodb://127.0.0.1:" + ports.of(STORE)));
        environment.put("KAFKA_BOOTSTRAP", orEmbedded(settings.kafkaBootstrap(), "127.0.0.1:" + ports.of(BROKER)));
        environment.put("GUILDHALL_SETUP_TOKEN_FILE", folder.setupToken().toString());
        environment.put("GUILDHALL_LAKE", folder.path().resolve("lake").toString());
        return environment;
    }

    private Map<String, String> gateway() {
        Map<String, String> environment = common(GATEWAY);
        for (String service : SERVICES) {
            environment.put(
                    "GUILDHALL_SERVICES_" + shortName(service).toUpperCase(Locale.ROOT),
                    "http://127.0.0.1:" + ports.of(service));
        }
        return environment;
    }

    private static String orEmbedded(@Nullable String given, String embedded) {
        return given == null ? embedded : given;
    }
}
