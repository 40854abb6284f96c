package io.guildhall.platform.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.testing.architecture.Place.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

    private static final Place OTHER_ROOT = new Place("enrollment", "", Role.ROOT);
    private static final Place OTHER_INBOX = new Place("enrollment", "inbox", Role.INBOX);
    private static final Place OTHER_READ_MODEL = new Place("enrollment", "progress", Role.READ_MODEL);
    private static final Place OTHER_POLICY = new Place("enrollment", "policy", Role.POLICY);
    private static final Place OTHER_WEB = new Place("enrollment", "web", Role.WEB);

    /** In the own feature: root, inbox, read model, policy, web; the same of another feature; another read model. */
    @ParameterizedTest
    @CsvSource({
        "ROOT,       yes, no,  no,  no,  no,  yes, no,  no, no, no, no",
        "INBOX,      yes, yes, no,  no,  no,  yes, no,  no, no, no, no",
        "READ_MODEL, yes, yes, yes, no,  no,  yes, yes, no, no, no, no",
        "POLICY,     yes, yes, yes, yes, no,  yes, yes, no, no, no, yes",
        "WEB,        yes, no,  yes, yes, yes, yes, no,  no, no, no, yes",
    })
    void pointsInward(
            Role from,
            String root,
            String inbox,
            String readModel,
            String policy,
            String web,
            String otherRoot,
            String otherInbox,
            String otherReadModel,
            String otherPolicy,
            String otherWeb,
            String secondReadModel) {
        Place origin = own(from);

        assertThat(says(origin.mayDependOn(own(Role.ROOT)))).isEqualTo(root);
        assertThat(says(origin.mayDependOn(own(Role.INBOX)))).isEqualTo(inbox);
        assertThat(says(origin.mayDependOn(own(Role.READ_MODEL)))).isEqualTo(readModel);
        assertThat(says(origin.mayDependOn(own(Role.POLICY)))).isEqualTo(policy);
        assertThat(says(origin.mayDependOn(own(Role.WEB)))).isEqualTo(web);
        assertThat(says(origin.mayDependOn(OTHER_ROOT))).isEqualTo(otherRoot);
        assertThat(says(origin.mayDependOn(OTHER_INBOX))).isEqualTo(otherInbox);
        assertThat(says(origin.mayDependOn(OTHER_READ_MODEL))).isEqualTo(otherReadModel);
        assertThat(says(origin.mayDependOn(OTHER_POLICY))).isEqualTo(otherPolicy);
        assertThat(says(origin.mayDependOn(OTHER_WEB))).isEqualTo(otherWeb);
        assertThat(says(origin.mayDependOn(new Place("course", "lessons", Role.READ_MODEL))))
                .isEqualTo(secondReadModel);
    }

    private static Place own(Role role) {
        String folder = switch (role) {
            case INBOX -> "inbox";
            case READ_MODEL -> "outline";
            case POLICY -> "policy";
            case WEB -> "web";
            default -> "";
        };
        return new Place("course", folder, role);
    }

    private static String says(boolean allowed) {
        return allowed ? "yes" : "no";
    }
}
