package io.guildhall.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.ReadModels;
import io.guildhall.platform.testing.History.Told;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.axonframework.eventhandling.EventHandler;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Tells a projection a history once, then each event twice, then all of it twice, then with its events late, and compares
 * every document that it keeps: the same each time. What is left in the store is the result of the last telling.
 */
public final class ArrivesTwice {

    private final MongoTemplate mongo;
    private final Function<ReadModels, ?> projection;

    private ArrivesTwice(MongoTemplate mongo, Function<ReadModels, ?> projection) {
        this.mongo = mongo;
        this.projection = projection;
    }

    /**
     * Compares the tellings.
     *
     * @param projection makes it, usually its constructor
     */
    public static void check(MongoTemplate mongo, Function<ReadModels, ?> projection, History history) {
        new ArrivesTwice(mongo, projection).compare(history.told());
    }

    /** Tells the history once, so that a test can look at the documents. */
    public static void tell(Object projection, History history) {
        history.told().forEach(told -> tell(projection, told));
    }

    private void compare(List<Told> history) {
        Map<String, List<Document>> once = documentsAfter(history);
        assertThat(once).as("documents after the history").isNotEmpty();

        List<Told> doubled = new ArrayList<>();
        history.forEach(told -> doubled.addAll(List.of(told, told)));
        assertThat(documentsAfter(doubled)).as("each event arrives twice").isEqualTo(once);

        List<Told> again = new ArrayList<>(history);
        again.addAll(history);
        assertThat(documentsAfter(again)).as("the whole history arrives again").isEqualTo(once);

        List<Told> late = new ArrayList<>(history);
        late.addAll(history.reversed());
        assertThat(documentsAfter(late))
                .as("a former owner writes each event late")
                .isEqualTo(once);
    }

    private Map<String, List<Document>> documentsAfter(List<Told> history) {
        mongo.getCollectionNames().forEach(name -> mongo.getCollection(name).deleteMany(new Document()));
        Object told = projection.apply(new ReadModels(mongo));
        history.forEach(event -> tell(told, event));
        Map<String, List<Document>> documents = new TreeMap<>();
        for (String name : mongo.getCollectionNames()) {
            List<Document> found = mongo.getCollection(name).find().into(new ArrayList<>());
            found.sort((one, other) -> String.valueOf(one.get("_id")).compareTo(String.valueOf(other.get("_id"))));
            if (!found.isEmpty()) {
                documents.put(name, found);
            }
        }
        return documents;
    }

    private static void tell(Object projection, Told told) {
        boolean heard = false;
        for (Method method : projection.getClass().getDeclaredMethods()) {
            if (method.isAnnotationPresent(EventHandler.class)
                    && method.getParameterTypes()[0].isInstance(told.event())) {
                invoke(projection, method, told.event(), told.fact());
                heard = true;
            }
        }
        assertThat(heard)
                .as("%s handles %s", projection.getClass().getSimpleName(), told.event())
                .isTrue();
    }

    private static void invoke(Object projection, Method method, Object event, Fact fact) {
        try {
            method.setAccessible(true);
            if (method.getParameterCount() == 2) {
                method.invoke(projection, event, fact);
            } else {
                method.invoke(projection, event);
            }
        } catch (InvocationTargetException e) {
            throw new AssertionError(method + " refused " + event, e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
