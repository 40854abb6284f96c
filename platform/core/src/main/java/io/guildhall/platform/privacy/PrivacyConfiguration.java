package io.guildhall.platform.privacy;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives every service its master keys and what stands on them. */
@AutoConfiguration
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
}
