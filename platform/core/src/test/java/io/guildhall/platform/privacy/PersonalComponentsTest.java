package io.guildhall.platform.privacy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PersonalComponentsTest {

    record Good(
            String id,
            @Personal(subject = "id", purpose = "invoice-2") String name,
            List<Good> friends) {}

    record NotText(String id, @Personal(subject = "id") int age) {}

    record NoSubject(
            String id, @Personal(subject = "memberId") String name) {}

    record OwnSubject(@Personal(subject = "name") String name) {}

    record BadPurpose(
            String id,
            @Personal(subject = "id", purpose = "A:b") String name) {}

    record Holder(List<? extends Family> members) {}

    sealed interface Family {
        record Child(NoSubject[] inner) implements Family {}
    }

    @Test
    void acceptsTextOfAKnownSubject() {
        assertThatCode(() -> PersonalComponents.check(Good.class)).doesNotThrowAnyException();
    }

    @Test
    void refusesWhatCouldNotBeSealedOrErased() {
        refuses(NotText.class, "not on a String");
        refuses(NoSubject.class, "\"memberId\", which is none of id, name");
        refuses(OwnSubject.class, "personal itself");
        refuses(BadPurpose.class, "A:b");
    }

    @Test
    void looksInsideListsFamiliesAndArrays() {
        refuses(Holder.class, "NoSubject.name");
    }

    private static void refuses(Class<?> type, String reason) {
        assertThatThrownBy(() -> PersonalComponents.check(type))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(reason);
    }
}
