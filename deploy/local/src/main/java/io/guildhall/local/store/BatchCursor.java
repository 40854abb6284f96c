package io.guildhall.local.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** The rest of a result, handed out in batches that fit into a message however large the documents are. */
final class BatchCursor extends AbstractCursor {

    static final int MOST_BYTES = 16 * 1024 * 1024;

    private List<Document> rest;

    BatchCursor(long id, List<Document> rest) {
        super(id);
        this.rest = rest;
    }

    @Override
    public boolean isEmpty() {
        return rest.isEmpty();
    }

    /** At least one document, and no more than asked; 0 asks for as many as fit. */
    @Override
    public List<Document> takeDocuments(int most) {
        int taken = 0;
        long bytes = 0;
        while (taken < rest.size() && (most <= 0 || taken < most)) {
            bytes += RawBson.encode(rest.get(taken)).length;
            if (taken > 0 && bytes > MOST_BYTES) {
                break;
            }
            taken++;
        }
        List<Document> batch = rest.subList(0, taken);
        rest = rest.subList(taken, rest.size());
        return batch;
    }
}
