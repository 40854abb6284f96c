package io.guildhall.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.guildhall.platform.privacy.PersonalModuleTest.AccountEvent.Invited;
import io.guildhall.platform.privacy.PersonalModuleTest.AccountEvent.Registered;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PersonalModuleTest {

    private static final Registered ADA = new Registered("mem_1", "ada@example.org", null, 7);

    private final Keys keys = new Keys();
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new PersonalModule(new PersonalCipher(keys, new SecureRandom())))
            .build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(Registered.class), @JsonSubTypes.Type(Invited.class)})
    sealed interface AccountEvent {

        record Registered(
                String memberId,
                @Personal(subject = "memberId") String mail,

                @Personal(subject = "memberId", purpose = "invoice") @Nullable
                String address,

                int points)
                implements AccountEvent {}

        record Invited(String by, List<Guest> guests) implements AccountEvent {}
    }

    record Guest(
            String id,

            @JsonProperty("full-name") @Personal(subject = "id")
            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Personal(subject = "id") @Nullable
            String phone) {}

    @Test
    void writesNoPersonalTextInClear() {
        String written = json.writeValueAsString(ADA);

        assertThat(written).contains("\"memberId\":\"mem_1\"", "\"points\":7", "\"address\":null");
        assertThat(written).contains("\"mail\":\"‹personal:1:mem_1::").doesNotContain("ada@");
    }

    @Test
    void readsWhatItWrote() {
        assertThat(json.readValue(json.writeValueAsString(ADA), Registered.class))
                .isEqualTo(ADA);
    }

    @Test
    void readsRecordsInListsOfASealedFamily() {
        AccountEvent invited =
                new Invited("mem_1", List.of(new Guest("g_1", "Grace", null), new Guest("g_2", "Hedy", "+49 1")));

        String written = json.writeValueAsString(invited);

        assertThat(written).doesNotContain("Grace", "Hedy", "+49").contains("\"full-name\":\"‹personal:1:g_1::");
        assertThat(written).containsOnlyOnce("\"phone\"");
        assertThat(json.readValue(written, AccountEvent.class)).isEqualTo(invited);
    }

    @Test
    void readsErasedOnceTheKeyIsDestroyed() {
        String written = json.writeValueAsString(new Registered("mem_1", "ada@example.org", "1 Main Street", 7));
        keys.destroyed.add("mem_1/");

        assertThat(json.readValue(written, Registered.class))
                .isEqualTo(new Registered("mem_1", "‹erased›", "1 Main Street", 7));
    }

    @Test
    void writesErasedForAnErasedPersonAndKeepsItErased() {
        keys.destroyed.add("mem_1/");

        String written = json.writeValueAsString(ADA);

        assertThat(written).contains("\"mail\":\"‹erased›\"");
        assertThat(json.readValue(written, Registered.class).mail()).isEqualTo("‹erased›");
    }

    @Test
    void doesNotOpenATokenThatWasMoved() {
        String ofAda = json.writeValueAsString(new Registered("mem_1", "ada@example.org", "1 Main Street", 7));
        String toEve = ofAda.replace("personal:1:mem_1:", "personal:1:mem_2:");
        String toAddress = ofAda.replace("\"mail\"", "\"old\"").replace("\"address\"", "\"mail\"");

        assertThatThrownBy(() -> json.readValue(toEve, Registered.class)).hasRootCauseInstanceOf(NotSealedHere.class);
        assertThatThrownBy(() -> json.readValue(toAddress, Registered.class))
                .hasRootCauseInstanceOf(NotSealedHere.class);
    }

    @Test
    void takesNoPlainTextForAToken() {
        assertThatThrownBy(() -> json.readValue(
                        "{\"kind\":\"PersonalModuleTest$AccountEvent$Registered\",\"mail\":\"ada\"}", Registered.class))
                .hasRootCauseInstanceOf(NotSealedHere.class);
    }

    @Test
    void sealsATextThatLooksLikeAToken() {
        Registered sly = new Registered("mem_1", "‹personal:1:mem_2::AAAA›", null, 0);

        assertThat(json.readValue(json.writeValueAsString(sly), Registered.class))
                .isEqualTo(sly);
    }

    @Test
    void redactsTokens() {
        assertThat(PersonalCipher.redact(json.writeValueAsString(ADA)))
                .contains("\"memberId\":\"mem_1\",\"mail\":\"‹personal›\",\"address\":null,\"points\":7}");
    }

    @Test
    void refusesASubjectThatIsNoId() {
        Registered odd = new Registered("mem 1/", "ada@example.org", null, 0);

        assertThatThrownBy(() -> json.writeValueAsString(odd)).hasMessageContaining("subject");
    }

    private static final class Keys implements KeySource {

        private final Set<String> destroyed = new HashSet<>();

        @Override
        public Optional<SecretKey> forSealing(String subject, String purpose) {
            return destroyed.contains(subject + "/" + purpose)
                    ? Optional.empty()
                    : Optional.of(new SecretKeySpec(Hmac.sha256(new byte[1], subject + "/" + purpose), "AES"));
        }

        @Override
        public Optional<SecretKey> forOpening(String subject, String purpose) {
            return forSealing(subject, purpose);
        }
    }
}
