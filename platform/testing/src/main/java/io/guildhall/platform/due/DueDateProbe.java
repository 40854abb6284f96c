package io.guildhall.platform.due;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.event.EventCodec;
import org.bson.Document;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

/** Lets due dates come when a test says so, in a service that runs with {@code guildhall.autostart=false}. */
public final class DueDateProbe {

    private final MongoCollection<Document> dates;
    private final CommandNames names;
    private final EventCodec codec;
    private final Commands commands;

    public DueDateProbe(ApplicationContext service) {
        dates = service.getBean(MongoOperations.class).getCollection("due_dates");
        names = service.getBean(CommandNames.class);
        codec = service.getBean(EventCodec.class);
        commands = service.getBean(Commands.class);
    }

    /** Sends the command that waits under this id, as on its date; false where none waits. */
    public boolean come(String id) {
        Document found = dates.findOneAndDelete(eq("_id", id));
        if (found == null) {
            return false;
        }
        var date = new DueDate(
                id,
                found.getDate("due").toInstant(),
                found.getString("command"),
                found.getString("json"),
                found.getInteger("attempts"));
        commands.sendAs(
                new CommandContext(date.commandId(), null, "due", date.commandId(), null, date.due()),
                codec.read(date.json(), names.byName(date.command())));
        return true;
    }
}
