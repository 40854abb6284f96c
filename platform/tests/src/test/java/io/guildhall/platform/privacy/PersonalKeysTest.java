package io.guildhall.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Servers;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoFullScans.class)
class PersonalKeysTest {

    private static final String OLD = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String NEW = "YWJjZGVmZ2hpamFiY2RlZmdoaWphYmNkZWZnaGlqYWI=";

    private final MongoCollection<Document> stored =
            Servers.database(PersonalKeysTest.class).getCollection("personal_keys");
    private final MongoCollection<Document> words =
            Servers.database(PersonalKeysTest.class).getCollection("master_keys");
    private final PersonalKeys keys = keys(OLD);

    @BeforeEach
    void nothingStored() {
        stored.deleteMany(new Document());
        words.deleteMany(new Document());
    }

    @Test
    void keepsOneKeyPerPersonAndPurpose() {
        byte[] key = keys.forSealing("mem_1", "").orElseThrow().getEncoded();

        assertThat(keys(OLD).forSealing("mem_1", "").orElseThrow().getEncoded()).isEqualTo(key);
        assertThat(keys(OLD).forOpening("mem_1", "").orElseThrow().getEncoded()).isEqualTo(key);
        assertThat(keys.forSealing("mem_1", "invoice").orElseThrow().getEncoded())
                .isNotEqualTo(key);
        assertThat(keys.forSealing("mem_2", "").orElseThrow().getEncoded()).isNotEqualTo(key);
    }

    @Test
    void storesNoKeyInClear() {
        byte[] key = keys.forSealing("mem_1", "").orElseThrow().getEncoded();
        String document = Arrays.toString(Objects.requireNonNull(stored.find().first())
                .get("sealed", Binary.class)
                .getData());

        assertThat(document).doesNotContain(Arrays.toString(key).replaceAll("[\\[\\]]", ""));
    }

    @Test
    void givesTheSameNewKeyToAllInstances() {
        Set<String> seen = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> Arrays.toString(
                        keys(OLD).forSealing("mem_3", "").orElseThrow().getEncoded()))
                .collect(Collectors.toSet());

        assertThat(seen).hasSize(1);
    }

    @Test
    void destroysEveryKeyOfAPersonAndOfNobodyElse() {
        keys.forSealing("mem_1", "");
        keys.forSealing("mem_1", "invoice");
        keys.forSealing("mem_10", "");

        keys.destroy("mem_1");

        assertThat(keys.forOpening("mem_1", "")).isEmpty();
        assertThat(keys.forOpening("mem_1", "invoice")).isEmpty();
        assertThat(keys.forOpening("mem_10", "")).isPresent();
        assertThat(usable()).isEqualTo(1);
    }

    @Test
    void makesNoNewKeyForAnErasedPerson() {
        keys.destroy("mem_1");

        assertThat(keys.forSealing("mem_1", "anything")).isEmpty();
        assertThat(keys(OLD).forOpening("mem_1", "never-used")).isEmpty();
        assertThat(usable()).isZero();
    }

    @Test
    void destroysTheKeyOfOnePurposeForGood() {
        keys.forSealing("mem_1", "");
        keys.forSealing("mem_1", "invoice");

        keys.destroy("mem_1", "invoice");

        assertThat(keys.forSealing("mem_1", "invoice")).isEmpty();
        assertThat(keys(OLD).forSealing("mem_1", "invoice")).isEmpty();
        assertThat(keys.forOpening("mem_1", "")).isPresent();
    }

    @Test
    void leavesNoUsableKeyWhenErasureAndFirstUseMeet() {
        for (int round = 0; round < 200; round++) {
            String person = "mem_r" + round;
            Thread erasure = Thread.ofVirtual().start(() -> keys(OLD).destroy(person));
            keys(OLD).forSealing(person, "");
            join(erasure);

            assertThat(keys(OLD).forOpening(person, "")).isEmpty();
        }
    }

    @Test
    void takesALostKeyForNoErasure() {
        assertThatThrownBy(() -> keys.forOpening("mem_1", ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("mem_1/");
    }

    @Test
    void sealsAnewAfterARotationSoThatTheOldMasterKeyCanGo() {
        byte[] key = keys.forSealing("mem_1", "").orElseThrow().getEncoded();
        keys.forSealing("mem_2", "");
        keys.destroy("mem_2");
        String both = "2:" + NEW + "\n1:" + OLD;

        assertThat(rotation(both)).isEqualTo(1);
        assertThat(rotation(both)).isZero();

        PersonalKeys rotated = keys("2:" + NEW);
        assertThat(rotated.forOpening("mem_1", "").orElseThrow().getEncoded()).isEqualTo(key);
        assertThat(rotated.forOpening("mem_2", "")).isEmpty();
    }

    @Test
    void sealsAnewWhateverElseIsKeptSealed() {
        MongoCollection<Document> letters =
                Servers.database(PersonalKeysTest.class).getCollection("letters");
        Sealer old = new Sealer(MasterKeys.parse("test", OLD));
        letters.insertOne(new Document("_id", "a").append("sealed", old.seal(new byte[] {1, 2}, "letter/a")));
        letters.insertOne(new Document("_id", "sent"));
        String both = "2:" + NEW + "\n1:" + OLD;

        assertThat(rotation(both)).isEqualTo(1);
        assertThat(rotation(both)).isZero();

        byte[] sealed = Objects.requireNonNull(
                        letters.find(Filters.eq("_id", "a")).first())
                .get("sealed", Binary.class)
                .getData();
        assertThat(new Sealer(MasterKeys.parse("test", "2:" + NEW)).open(sealed, "letter/a"))
                .containsExactly(1, 2);
    }

    @Test
    void refusesAnotherKeyUnderANumberInUse() {
        check(OLD).check();
        check(OLD).check();
        check("2:" + NEW + "\n1:" + OLD).check();

        assertThatThrownBy(() -> check("1:" + NEW).check())
                .isInstanceOf(MasterKeyUnusable.class)
                .hasMessageContaining("Key 1");
    }

    @Test
    void opensATextOnlyWhileItsKeyLives() {
        PersonalCipher cipher = new PersonalCipher(keys, new SecureRandom());
        String token = cipher.seal("mem_1", "", "mail", "ada@example.org");

        assertThat(cipher.open("mail", token)).isEqualTo("ada@example.org");
        keys.destroy("mem_1");
        assertThat(cipher.open("mail", token)).isEqualTo(PersonalCipher.ERASED);
    }

    private long usable() {
        return stored.find().into(new ArrayList<>()).stream()
                .filter(key -> key.containsKey("sealed"))
                .count();
    }

    private PersonalKeys keys(String lines) {
        return new PersonalKeys(stored, new Sealer(MasterKeys.parse("test", lines)), InstantSource.system());
    }

    private long rotation(String lines) {
        MasterKeys master = MasterKeys.parse("test", lines);
        return new KeyRotation(
                        Servers.database(PersonalKeysTest.class),
                        List.of(new SealedField("letters", "sealed", id -> "letter/" + id)),
                        master,
                        new Sealer(master))
                .run();
    }

    private MasterKeyCheck check(String lines) {
        MasterKeys master = MasterKeys.parse("test", lines);
        return new MasterKeyCheck(words, master, new Sealer(master));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
