package io.guildhall.platform.idempotency;

import io.guildhall.platform.privacy.SealedField;
import io.guildhall.platform.privacy.Sealer;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Wires the command context and the keys of requests that change something. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class IdempotencyConfiguration {

    @Bean
    KeptAnswers keptAnswers(MongoDatabaseFactory databases, Sealer sealer) {
        return new KeptAnswers(
                databases.getMongoDatabase().getCollection(KeptAnswers.COLLECTION), sealer, InstantSource.system());
    }

    @Bean
    SealedField sealedAnswers() {
        return KeptAnswers.sealed();
    }

    @Bean
    KeySweep keySweep(KeptAnswers answers, @Value("${guildhall.idempotency.sweep-every:10m}") Duration every) {
        return new KeySweep(answers, every);
    }

    /** Just behind the security filter, which says who asks. */
    @Bean
    FilterRegistrationBean<CommandFilter> commandFilter(KeptAnswers answers) {
        var registration = new FilterRegistrationBean<>(new CommandFilter(new KeyedRequests(answers)));
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 10);
        return registration;
    }
}
