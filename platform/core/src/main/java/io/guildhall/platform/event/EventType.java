package io.guildhall.platform.event;

/** A stored event's name and revision and the record that reads it today. */
public record EventType(String name, int revision, Visibility visibility, Class<?> type) {

    static EventType of(Class<?> type) {
        EventName name = type.getAnnotation(EventName.class);
        if (name == null) {
            throw new IllegalArgumentException(type.getName() + " bears no @EventName");
        }
        return new EventType(name.value(), name.revision(), name.visibility(), type);
    }
}
