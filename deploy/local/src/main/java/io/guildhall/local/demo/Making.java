package io.guildhall.local.demo;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The making of a demo in steps: what is made is kept at once and not made again. */
public final class Making {

    private final Path file;
    private final Consumer<String> progress;
    private Demo demo;

    /** @param file of the demo, which is begun where there is none */
    public Making(Path file, Consumer<String> progress) {
        this.file = file;
        this.progress = progress;
        this.demo = Demo.readOrBegin(file);
    }

    /** The id that the step has made, now or earlier. */
    public String once(String step, Supplier<String> command) {
        String made = demo.made().get(step);
        if (made != null) {
            return made;
        }
        progress.accept(step);
        String id = command.get();
        demo = demo.with(step, id, file);
        return id;
    }

    /** An idempotency key, the same at each try. */
    public String key(String step) {
        return demo.key() + "-" + step;
    }

    public Demo demo() {
        return demo;
    }
}
