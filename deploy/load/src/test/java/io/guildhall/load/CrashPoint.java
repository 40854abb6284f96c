package io.guildhall.load;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Places between two steps that are durable each, at which billing-service dies. */
enum CrashPoint {
    /** An order is in the log; its caller is not answered, and the key of his request has no answer kept. */
    APPEND("io.guildhall.platform.idempotency.KeptAnswers", "keep"),
    /** The broker has acknowledged; that it has is not written down. */
    PUBLISH("io.guildhall.platform.publish.MongoProgress", "store"),
    /** What another service told has had its effect; that it was heard is not written down. */
    INBOX("io.guildhall.platform.follow.MongoPositions", "reachedInTopic"),
    /** A policy has sent its command; that it followed the event is not written down. */
    POLICY("io.guildhall.platform.follow.MongoPositions", "reached"),
    /** The command of a due date is done; the date is still there. */
    DUE_DATE("io.guildhall.platform.due.DueDateStore", "done"),
    /** The provider has answered, and money has moved or not; nobody has written down which. */
    PROVIDER_CALL("io.guildhall.billing.sandbox.SandboxProvider", "report");

    private final String place;

    CrashPoint(String type, String method) {
        this.place = type + "#" + method;
    }

    /** The next thread of the process that comes there ends it; one may be there already. */
    void set(long pid) throws IOException {
        load(pid, place);
    }

    /** From now on every event that a follower of the process handles takes so much longer. */
    static void slowDown(long pid, Duration each) throws IOException {
        load(pid, "io.guildhall.platform.follow.Delivery#deliver#" + each.toMillis());
    }

    /** From now on the process handles no event of which it would print this text. */
    static void fail(long pid, String text) throws IOException {
        load(pid, "io.guildhall.platform.follow.Handlers#handle#" + text);
    }

    private static void load(long pid, String what) throws IOException {
        Path agent = agent();
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                machine.loadAgent(agent.toString(), what);
            } finally {
                machine.detach();
            }
        } catch (IOException | AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
            if (!ends(pid)) {
                throw new IllegalStateException(e);
            }
        } finally {
            Files.delete(agent);
        }
    }

    /** It may end before it has answered. */
    private static boolean ends(long pid) {
        return ProcessHandle.of(pid)
                .map(process -> process.onExit()
                        .completeOnTimeout(process, 5, TimeUnit.SECONDS)
                        .join())
                .filter(ProcessHandle::isAlive)
                .isEmpty();
    }

    private static Path agent() throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Agent-Class", CrashAgent.class.getName());
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        Path jar = Files.createTempFile("crash", ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                var out = new JarOutputStream(file, manifest)) {
            List<Class<?>> types = new ArrayList<>(List.of(CrashAgent.class.getDeclaredClasses()));
            types.add(CrashAgent.class);
            for (Class<?> type : types) {
                String name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                try (InputStream code = Objects.requireNonNull(CrashAgent.class.getResourceAsStream("/" + name))) {
                    code.transferTo(out);
                }
            }
        }
        return jar;
    }
}
