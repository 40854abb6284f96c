package io.guildhall.platform.follow;

import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.event.EventName;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** The event handlers of one projection or policy, by stored event name. */
final class Handlers {

    private record Handler(Class<?> payload, MethodHandle method, boolean takesFact) {}

    private final Map<String, Handler> byName;
    private final EventCodec codec;
    private final @Nullable Edition edition;

    /** @throws IllegalStateException when a handler's event has no stored name, or two handlers take one event */
    Handlers(Object component, EventCodec codec) {
        this.codec = codec;
        this.byName = new TreeMap<>();
        this.edition = null;
        for (Method method : component.getClass().getDeclaredMethods()) {
            if (method.isAnnotationPresent(EventHandler.class)) {
                add(component, method);
            }
        }
        if (byName.isEmpty()) {
            throw new IllegalStateException(component.getClass().getName() + " has no @EventHandler");
        }
    }

    private Handlers(Handlers same, Edition edition) {
        this.codec = same.codec;
        this.byName = same.byName;
        this.edition = edition;
    }

    /** The same, at work on an edition of what the component keeps. */
    Handlers on(Edition edition) {
        return new Handlers(this, edition);
    }

    private void add(Object component, Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        boolean takesFact = parameters.length == 2 && parameters[1] == Fact.class;
        if (parameters.length == 0 || (parameters.length > 1 && !takesFact)) {
            throw new IllegalStateException(method + " takes an event and perhaps its Fact, nothing else");
        }
        try {
            method.setAccessible(true);
            addFamily(parameters[0], MethodHandles.lookup().unreflect(method).bindTo(component), takesFact, method);
        } catch (IllegalAccessException inaccessible) {
            throw new IllegalStateException(inaccessible);
        }
    }

    private void addFamily(Class<?> event, MethodHandle method, boolean takesFact, Method source) {
        if (event.isSealed()) {
            for (Class<?> member : event.getPermittedSubclasses()) {
                addFamily(member, method, takesFact, source);
            }
            return;
        }
        String name = nameOf(event);
        if (name == null) {
            throw new IllegalStateException(source + ": " + event.getName() + " bears no @EventName or @Heard");
        }
        if (byName.putIfAbsent(name, new Handler(event, method, takesFact)) != null) {
            throw new IllegalStateException(source + " is a second handler of " + name);
        }
    }

    private static @Nullable String nameOf(Class<?> event) {
        EventName own = event.getAnnotation(EventName.class);
        if (own != null) {
            return own.value();
        }
        Heard heard = event.getAnnotation(Heard.class);
        return heard == null ? null : heard.value();
    }

    boolean hears(String eventName) {
        return byName.containsKey(eventName);
    }

    /** The services whose events it hears: the first part of the events' names. */
    Set<String> services() {
        return byName.keySet().stream()
                .map(name -> name.substring(0, name.indexOf('.')))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Calls the handler of this event, if there is one; whatever it throws passes through. An error is a bug that this event
     * meets, and told as such, save what the machine says of itself: that is the process's.
     */
    void handle(Envelope envelope) {
        Handler handler = byName.get(envelope.fact().name());
        if (handler == null) {
            return;
        }
        if (edition == null) {
            handle(handler, envelope);
        } else {
            ScopedValue.where(Edition.CURRENT, edition).run(() -> handle(handler, envelope));
        }
    }

    private void handle(Handler handler, Envelope envelope) {
        try {
            Object event = codec.read(envelope.payload(), handler.payload);
            if (handler.takesFact) {
                handler.method.invoke(event, envelope.fact());
            } else {
                handler.method.invoke(event);
            }
        } catch (StackOverflowError bug) {
            throw new IllegalStateException(bug);
        } catch (RuntimeException | VirtualMachineError unchecked) {
            throw unchecked;
        } catch (Throwable other) {
            throw new IllegalStateException(other);
        }
    }
}
