package io.guildhall.platform.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import io.guildhall.platform.follow.Policy;
import io.guildhall.platform.follow.Projection;

/**
 * Where a class stands in a service: its feature, its folder there, and the role that gives it.
 *
 * @param feature empty for the service's own package and for everything outside the service
 */
record Place(String feature, String folder, Role role) {

    enum Role {
        OUTSIDE,
        ROOT,
        INBOX,
        READ_MODEL,
        POLICY,
        WEB
    }

    private static final Place OUTSIDE = new Place("", "", Role.OUTSIDE);

    static Place of(String basePackage, JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(basePackage + ".")) {
            return OUTSIDE;
        }
        String[] parts = name.substring(basePackage.length() + 1).split("\\.", -1);
        String folder = parts.length == 1 ? "" : parts[1];
        return new Place(parts[0], folder, role(folder, type));
    }

    /** A projection or policy that has no folder of its own keeps its role in the root. */
    private static Role role(String folder, JavaClass type) {
        return switch (folder) {
            case "" -> {
                if (type.isAnnotatedWith(Projection.class)) {
                    yield Role.READ_MODEL;
                }
                yield type.isAnnotatedWith(Policy.class) ? Role.POLICY : Role.ROOT;
            }
            case "web" -> Role.WEB;
            case "inbox" -> Role.INBOX;
            case "policy" -> Role.POLICY;
            default -> Role.READ_MODEL;
        };
    }

    boolean mayDependOn(Place to) {
        if (role == Role.OUTSIDE || to.role == Role.OUTSIDE || to.role == Role.ROOT) {
            return true;
        }
        boolean sameFeature = feature.equals(to.feature);
        if (sameFeature && folder.equals(to.folder)) {
            return true;
        }
        return switch (to.role) {
            case INBOX -> role == Role.READ_MODEL || role == Role.POLICY;
            case READ_MODEL -> sameFeature && (role == Role.WEB || role == Role.POLICY);
            case POLICY -> sameFeature && role == Role.WEB;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return folder.isEmpty() ? feature : feature + "." + folder;
    }
}
