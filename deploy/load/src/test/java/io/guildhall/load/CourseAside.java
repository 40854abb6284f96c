package io.guildhall.load;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.guildhall.platform.testing.Servers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/** A course-service with a database of its own, which hears of grants from another broker. */
final class CourseAside implements AutoCloseable {

    /** The topic that it hears of grants from. */
    static final String TOPIC = "guildhall.member";

    private static final String SERVICE = "course-service";
    private static final String DATABASE = "guildhall_course_aside";

    private final MongoClient client;
    private final MongoDatabase aside;
    private final MongoDatabase ofTheStack;
    private final Instance instance;

    /** Nobody before it has left anything. */
    CourseAside(LocalStack stack) {
        client = MongoClients.create(stack.mongodb());
        aside = client.getDatabase(DATABASE);
        ofTheStack = client.getDatabase("guildhall_course");
        aside.drop();
        Servers.removeTopic("guildhall.course");
        instance = Instance.of(
                stack,
                SERVICE,
                Map.of("MONGODB_URI", stack.mongodb() + "/" + DATABASE, "KAFKA_BOOTSTRAP", Servers.kafka()));
    }

    Instance instance() {
        return instance;
    }

    boolean knows(String grantId) {
        return held(aside).countDocuments(Filters.eq("_id", grantId)) > 0;
    }

    List<Document> grants() {
        return all(held(aside), Filters.empty(), "_id");
    }

    /** What the stack's own course-service has heard. */
    List<Document> grantsOfTheStack() {
        return all(held(ofTheStack), Filters.empty(), "_id");
    }

    /** Events and records that it could not handle and that wait, in their order. */
    List<Document> letters() {
        return all(aside.getCollection("dead_letters"), Filters.eq("state", "waiting"), "position");
    }

    private static MongoCollection<Document> held(MongoDatabase database) {
        return database.getCollection("held_grant");
    }

    private static List<Document> all(MongoCollection<Document> documents, Bson which, String order) {
        return documents.find(which).sort(Sorts.ascending(order)).into(new ArrayList<>());
    }

    @Override
    public void close() {
        instance.close();
        client.close();
    }
}
