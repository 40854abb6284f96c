package io.guildhall.platform.follow;

import io.guildhall.platform.follow.Shelf.Gone;
import io.guildhall.platform.follow.Shelf.Kept;
import io.guildhall.platform.follow.Shelf.Next;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The stored form of a {@link Shelf}. */
final class ShelfDocuments {

    private ShelfDocuments() {}

    static Document write(Shelf shelf) {
        Next next = shelf.next();
        return new Document("_id", shelf.projection())
                .append("version", shelf.version())
                .append("live", shelf.live())
                .append("next", next == null ? null : next(next))
                .append("last", shelf.last())
                .append("kept", shelf.kept().stream().map(ShelfDocuments::kept).toList())
                .append(
                        "gone",
                        shelf.gone().stream()
                                .map(gone -> numbered(gone.number()).append("at", Date.from(gone.at())))
                                .toList());
    }

    private static Document next(Next next) {
        return numbered(next.number()).append("since", next.since()).append("at", Date.from(next.at()));
    }

    private static Document kept(Kept kept) {
        Instant begun = kept.begunAt();
        return numbered(kept.number())
                .append("paused", kept.paused())
                .append("served", kept.served())
                .append("begunAt", begun == null ? null : Date.from(begun))
                .append("by", kept.by())
                .append("compared", compared(kept.compared()))
                .append("comparisonFailed", kept.comparisonFailed());
    }

    private static @Nullable Document compared(@Nullable Compared compared) {
        return compared == null
                ? null
                : new Document("at", Date.from(compared.at()))
                        .append("documents", compared.documents())
                        .append("different", compared.different())
                        .append("moving", compared.moving())
                        .append(
                                "differences",
                                compared.differences().stream()
                                        .map(each -> new Document("collection", each.collection())
                                                .append("id", each.id())
                                                .append("kind", each.kind().name())
                                                .append("fields", each.fields()))
                                        .toList());
    }

    private static Document numbered(int number) {
        return new Document("number", number);
    }

    static Shelf read(Document shelf) {
        return new Shelf(
                shelf.getString("_id"),
                shelf.getLong("version"),
                shelf.getInteger("live"),
                next(shelf.get("next", Document.class)),
                shelf.getInteger("last"),
                shelf.getList("kept", Document.class).stream()
                        .map(ShelfDocuments::readKept)
                        .toList(),
                shelf.getList("gone", Document.class).stream()
                        .map(gone -> new Gone(
                                gone.getInteger("number"), gone.getDate("at").toInstant()))
                        .toList());
    }

    private static @Nullable Next next(@Nullable Document next) {
        if (next == null) {
            return null;
        }
        @Nullable Date at = next.getDate("at"); // none was written at first: of those nobody is on his way any more
        return new Next(next.getInteger("number"), next.getLong("since"), at == null ? Instant.EPOCH : at.toInstant());
    }

    private static Kept readKept(Document kept) {
        @Nullable Date begun = kept.getDate("begunAt");
        return new Kept(
                kept.getInteger("number"),
                kept.getBoolean("paused"),
                kept.getBoolean("served"),
                begun == null ? null : begun.toInstant(),
                kept.getString("by"),
                readCompared(kept.get("compared", Document.class)),
                kept.getString("comparisonFailed"));
    }

    private static @Nullable Compared readCompared(@Nullable Document compared) {
        return compared == null
                ? null
                : new Compared(
                        compared.getDate("at").toInstant(),
                        compared.getLong("documents"),
                        compared.getLong("different"),
                        compared.getLong("moving"),
                        compared.getList("differences", Document.class).stream()
                                .map(each -> new Difference(
                                        each.getString("collection"),
                                        each.getString("id"),
                                        Difference.Kind.valueOf(each.getString("kind")),
                                        each.getList("fields", String.class)))
                                .toList());
    }
}
