package io.guildhall.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/** Takes the commands of all connections and sends each through the gate, as a write or as a read. */
final class StoreBackend extends AbstractMongoBackend {

    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "dropdatabase");
    private static final int ILLEGAL_OPERATION = 20;

    private final MVStore store;
    private final CommitGate gate;
    private final FullScans fullScans;

    StoreBackend(MVStore store, CommitGate gate, FullScans fullScans) {
        this.store = store;
        this.gate = gate;
        this.fullScans = fullScans;
        store.getMapNames().stream()
                .filter(map -> map.startsWith(StoreDatabase.DOCUMENTS))
                .map(map -> map.split("\\.", 3)[1])
                .distinct()
                .toList()
                .forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoreDatabase(name, store, getCursorRegistry(), fullScans);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        if (name.equals("renamecollection") || hasStage(query, "$out")) {
            throw new MongoServerError(ILLEGAL_OPERATION, "IllegalOperation", "the embedded store cannot rename");
        }
        Supplier<Document> answer = () -> name.equals("hello")
                ? super.handleCommand(channel, database, "ismaster", query).append("isWritablePrimary", true)
                : super.handleCommand(channel, database, command, query);
        return WRITES.contains(name) || hasStage(query, "$merge") ? gate.write(answer) : gate.read(answer);
    }

    private static boolean hasStage(Document query, String stage) {
        return query.get("pipeline") instanceof List<?> pipeline
                && pipeline.stream().anyMatch(each -> each instanceof Document document && document.containsKey(stage));
    }
}
