package io.guildhall.gateway.hall;

import io.guildhall.gateway.GatewayApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The services, their issuer, and a gateway or two in front of them. */
public final class Hall implements AutoCloseable {

    private static final byte[] MASTER_KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    public final Service member = new Service("member");
    public final Service course = new Service("course");
    public final Service community = new Service("community");
    public final Service billing = new Service("billing");
    public final Service analytics = new Service("analytics");
    public final Issuer issuer;
    private final int port = Ports.free();
    private final Path keyFile;
    private final List<ConfigurableApplicationContext> gateways = new ArrayList<>();

    /** @param properties of the first gateway, as key=value */
    public Hall(String... properties) {
        issuer = new Issuer(member, origin() + "/id", clientSecret());
        try {
            keyFile = Files.createTempFile("master", ".key");
            Files.writeString(keyFile, Base64.getEncoder().encodeToString(MASTER_KEY) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        startGateway(port, properties);
    }

    public String origin() {
        return "http://127.0.0.1:" + port;
    }

    public Browser browser() {
        return new Browser(origin(), issuer);
    }

    /** Another instance of the same installation; returns its address. */
    public String startAnotherGateway(String... properties) {
        int another = Ports.free();
        startGateway(another, properties);
        return "http://127.0.0.1:" + another;
    }

    @Override
    public void close() {
        gateways.forEach(ConfigurableApplicationContext::close);
        Stream.of(member, course, community, billing, analytics).forEach(Service::stop);
    }

    private void startGateway(int at, String... properties) {
        List<String> arguments = new ArrayList<>(List.of(
                "server.port=" + at,
                "server.address=127.0.0.1",
                "guildhall.issuer=" + origin() + "/id",
                "guildhall.master-key-file=" + keyFile,
                "guildhall.services.member=" + member.address(),
                "guildhall.services.course=" + course.address(),
                "guildhall.services.community=" + community.address(),
                "guildhall.services.billing=" + billing.address(),
                "guildhall.services.analytics=" + analytics.address(),
                // Tests of other things must not meet the limits, however fast the machine is.
                "guildhall.gateway.limits.anonymous.sustained.quota=100000",
                "guildhall.gateway.limits.anonymous.burst.quota=100000",
                "guildhall.gateway.limits.signed-in.sustained.quota=100000",
                "guildhall.gateway.limits.signed-in.burst.quota=100000",
                "spring.main.banner-mode=off",
                "logging.structured.format.console=",
                "logging.level.root=WARN",
                "logging.level.org.hibernate.validator=ERROR"));
        arguments.addAll(List.of(properties));
        Map<String, String> last = new LinkedHashMap<>();
        arguments.forEach(argument -> last.put(argument.split("=", 2)[0], argument));
        gateways.add(new SpringApplication(GatewayApplication.class)
                .run(last.values().stream().map("--"::concat).toArray(String[]::new)));
    }

    private static String clientSecret() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(MASTER_KEY, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal("gateway-client".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
