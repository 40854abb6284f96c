package io.guildhall.platform.privacy;

import com.mongodb.client.MongoDatabase;
import io.guildhall.platform.OnStart;
import io.guildhall.platform.event.EventRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoOperations;

/** Gives every service its master keys, the keys of persons, and what stands on them. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
class PrivacyConfiguration {

    @Bean
    MasterKeys masterKeys(@Value("${guildhall.master-key-file:}") String file) {
        if (file.isBlank()) {
            throw new MasterKeyUnusable("No master key file is set.");
        }
        return MasterKeys.of(Path.of(file));
    }

    @Bean
    Sealer sealer(MasterKeys keys) {
        return new Sealer(keys);
    }

    @Bean
    PersonalKeys personalKeys(MongoOperations mongo, Sealer sealer) {
        return new PersonalKeys(mongo.getCollection(PersonalKeys.COLLECTION), sealer, InstantSource.system());
    }

    /** Nothing is sealed for a person before the master key is known to be the right one and all older ones are here. */
    @Bean
    SmartLifecycle masterKeysOpened(
            MongoDatabaseFactory mongo, MasterKeys keys, Sealer sealer, ObjectProvider<SealedField> fields) {
        return new OnStart(() -> {
            MongoDatabase database = mongo.getMongoDatabase();
            new MasterKeyCheck(database.getCollection("master_keys"), keys, sealer).check();
            new KeyRotation(database, fields.stream().toList(), keys, sealer).run();
        });
    }

    @Bean
    PersonalCipher personalCipher(PersonalKeys keys) {
        return new PersonalCipher(keys, new SecureRandom());
    }

    /** For what is stored; an event or a stored command that HTTP showed by mistake would show tokens. */
    @Bean
    PersonalModule personalModule(PersonalCipher cipher) {
        return new PersonalModule(cipher);
    }

    /** Refuses to start with an event whose personal fields could not be sealed or erased. */
    @Bean
    SmartInitializingSingleton personalComponentsCheck(EventRegistry events) {
        return () -> events.all().forEach(event -> PersonalComponents.check(event.type()));
    }
}
