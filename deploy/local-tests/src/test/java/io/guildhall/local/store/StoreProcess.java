package io.guildhall.local.store;

import io.guildhall.local.LocalProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The store as a process of its own, to be killed. */
record StoreProcess(LocalProcess process, String uri) implements AutoCloseable {

    static StoreProcess start(Path folder, Durability durability, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-D" + Durability.PROPERTY + "=" + durability);
        LocalProcess process = LocalProcess.launch(List.of(), EmbeddedStore.class, all, folder, 0);
        return new StoreProcess(process, process.awaitReady());
    }

    @Override
    public void close() {
        process.close();
    }
}
