package io.guildhall.platform.privacy;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the personal components of records and refuses those that could not be sealed or erased. */
public final class PersonalComponents {

    private static final String PURPOSE = "[a-z]?[a-z0-9-]*";

    private PersonalComponents() {}

    /** A personal component, and the component of the same record that says whose it is. */
    record PersonalComponent(String name, RecordComponent subject, String purpose) {}

    /** The personal components of one record by name; none for what is not a record. */
    static Map<String, PersonalComponent> of(Class<?> type) {
        Map<String, PersonalComponent> found = new LinkedHashMap<>();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                Personal personal = component.getAnnotation(Personal.class);
                if (personal != null) {
                    found.put(component.getName(), personal(type, component, personal));
                }
            }
        }
        return found;
    }

    /**
     * Checks a record and every record, sealed family and list inside it.
     *
     * @throws IllegalStateException naming the component that is not a String, has no such subject or a bad purpose
     */
    public static void check(Class<?> type) {
        check(type, new HashSet<>());
    }

    private static void check(Type type, Set<Type> seen) {
        if (!seen.add(type)) {
            return;
        }
        switch (type) {
            case Class<?> plain -> checkClass(plain, seen);
            case ParameterizedType generic -> {
                check(generic.getRawType(), seen);
                Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> check(argument, seen));
            }
            case GenericArrayType array -> check(array.getGenericComponentType(), seen);
            case WildcardType wildcard ->
                Arrays.stream(wildcard.getUpperBounds()).forEach(b -> check(b, seen));
            default -> {}
        }
    }

    private static void checkClass(Class<?> type, Set<Type> seen) {
        if (type.isRecord()) {
            of(type);
            Arrays.stream(type.getRecordComponents()).forEach(c -> check(c.getGenericType(), seen));
        } else if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(member -> check(member, seen));
        } else if (type.isArray()) {
            check(type.getComponentType(), seen);
        }
    }

    private static PersonalComponent personal(Class<?> type, RecordComponent component, Personal personal) {
        String where = "@Personal on " + type.getName() + "." + component.getName();
        if (component.getType() != String.class) {
            throw new IllegalStateException(where + " is not on a String");
        }
        if (!personal.purpose().matches(PURPOSE)) {
            throw new IllegalStateException(where + " has the purpose \"" + personal.purpose() + "\"");
        }
        RecordComponent subject = Arrays.stream(type.getRecordComponents())
                .filter(c -> c.getName().equals(personal.subject()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        where + " names the subject \"" + personal.subject() + "\", which is none of " + names(type)));
        if (subject.isAnnotationPresent(Personal.class)) {
            throw new IllegalStateException(where + " names a subject that is personal itself");
        }
        subject.getAccessor().trySetAccessible();
        return new PersonalComponent(component.getName(), subject, personal.purpose());
    }

    private static String names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining(", "));
    }
}
