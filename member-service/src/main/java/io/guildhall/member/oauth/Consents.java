package io.guildhall.member.oauth;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.stereotype.Component;

/** Remembers which member allowed which client what. */
@Component
class Consents implements OAuth2AuthorizationConsentService {

    private final MongoOperations mongo;

    Consents(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void save(OAuth2AuthorizationConsent consent) {
        Set<String> authorities = consent.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        mongo.save(new StoredConsent(id(consent.getRegisteredClientId(), consent.getPrincipalName()), authorities));
    }

    @Override
    public void remove(OAuth2AuthorizationConsent consent) {
        String id = id(consent.getRegisteredClientId(), consent.getPrincipalName());
        mongo.remove(query(where("_id").is(id)), StoredConsent.class);
    }

    @Override
    public @Nullable OAuth2AuthorizationConsent findById(String clientId, String memberId) {
        StoredConsent found = mongo.findById(id(clientId, memberId), StoredConsent.class);
        if (found == null) {
            return null;
        }
        var consent = OAuth2AuthorizationConsent.withId(clientId, memberId);
        found.authorities().forEach(authority -> consent.authority(new SimpleGrantedAuthority(authority)));
        return consent.build();
    }

    private static String id(String clientId, String memberId) {
        return clientId + "/" + memberId;
    }

    @Document("consents")
    record StoredConsent(@Id String id, Set<String> authorities) {}
}
