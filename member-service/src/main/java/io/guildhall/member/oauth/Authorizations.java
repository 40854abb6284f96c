package io.guildhall.member.oauth;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.member.key.Secrets;
import io.guildhall.member.session.BegunSessions;
import io.guildhall.platform.privacy.SealedField;
import io.guildhall.platform.privacy.Sealer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps authorizations in MongoDB. Of two requests that use one code, or replace one refresh token, at once, one wins.
 * A refresh token that comes again after it was replaced was stolen: its whole family ends.
 */
@Component
public class Authorizations implements OAuth2AuthorizationService {

    private static final Logger LOG = LoggerFactory.getLogger(Authorizations.class);
    private static final String LOADED_STAMP = Authorizations.class.getName() + ".stamp";
    /** Within it the very last token may come again: an answer was lost, or two were asked at once. */
    private static final Duration HONEST_REPEAT = Duration.ofSeconds(10);

    private static final List<String> KINDS = List.of("state", "code", "access_token", "refresh_token", "id_token");

    private final MongoTemplate mongo;
    private final Sealer sealer;
    private final RegisteredClientRepository clients;
    private final BegunSessions sessions;
    private final AuthorizationCodec codec = new AuthorizationCodec();
    private final InstantSource clock = InstantSource.system();

    Authorizations(MongoTemplate mongo, Sealer sealer, RegisteredClientRepository clients, BegunSessions sessions) {
        this.mongo = mongo;
        this.sealer = sealer;
        this.clients = clients;
        this.sessions = sessions;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        String loaded = authorization.getAttribute(LOADED_STAMP);
        if (loaded == null) {
            mongo.insert(stored(authorization, null));
            return;
        }
        Query unchanged =
                query(where("_id").is(authorization.getId()).and("stamp").is(loaded));
        StoredAuthorization before = mongo.findOne(unchanged, StoredAuthorization.class);
        if (before == null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
        StoredAuthorization after = stored(authorization, before);
        if (mongo.replace(unchanged, after).getMatchedCount() == 0) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
        if (after.sid() != null && after.until().isAfter(before.until())) {
            sessions.keepUntil(after.sid(), after.until());
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        mongo.remove(query(where("_id").is(authorization.getId())), StoredAuthorization.class);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return opened(mongo.findById(id, StoredAuthorization.class));
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        List<String> kinds = type == null ? KINDS : List.of(type.getValue());
        List<String> keys =
                kinds.stream().map(kind -> StoredAuthorization.key(kind, token)).toList();
        StoredAuthorization found = mongo.findOne(query(where("tokens").in(keys)), StoredAuthorization.class);
        if (found == null && type != null && OAuth2TokenType.REFRESH_TOKEN.equals(type)) {
            endStolen(Secrets.hash(token));
        }
        return opened(found);
    }

    /** What a member's clients have been given and not lost again; whether its tokens are in force, each tells. */
    List<OAuth2Authorization> of(String memberId) {
        return mongo.find(query(where("principal").is(memberId)), StoredAuthorization.class).stream()
                .flatMap(stored -> Optional.ofNullable(opened(stored)).stream())
                .toList();
    }

    /** Ends all that followed from one session. Repeatable. */
    public void endSession(String sid) {
        mongo.remove(query(where("sid").is(sid)), StoredAuthorization.class);
    }

    /** Ends all that a member's sign-ins gave. Repeatable. */
    public void endAllOf(String memberId) {
        mongo.remove(query(where("principal").is(memberId)), StoredAuthorization.class);
    }

    /** Removes what has expired. */
    void sweep() {
        mongo.remove(query(where("until").lt(clock.instant())), StoredAuthorization.class);
    }

    private void endStolen(String hash) {
        StoredAuthorization family = mongo.findOne(query(where("spent").is(hash)), StoredAuthorization.class);
        if (family != null && !family.hasJustSpent(hash, clock.instant().minus(HONEST_REPEAT))) {
            LOG.warn(
                    "authn.refresh.reuse: a refresh token of member {} came again; its family ends",
                    family.principal());
            mongo.remove(query(where("_id").is(family.id())), StoredAuthorization.class);
        }
    }

    private StoredAuthorization stored(OAuth2Authorization authorization, @Nullable StoredAuthorization before) {
        var written = OAuth2Authorization.from(authorization)
                .attributes(attributes -> attributes.remove(LOADED_STAMP))
                .build();
        byte[] sealed = sealer.seal(codec.write(written), context(authorization.getId()));
        return StoredAuthorization.of(written, sealed, before, clock.instant());
    }

    private @Nullable OAuth2Authorization opened(@Nullable StoredAuthorization stored) {
        if (stored == null) {
            return null;
        }
        byte[] json = sealer.open(stored.sealed().getData(), context(stored.id()));
        OAuth2Authorization authorization = codec.read(json, clients);
        return authorization == null
                ? null
                : OAuth2Authorization.from(authorization)
                        .attribute(LOADED_STAMP, stored.stamp())
                        .build();
    }

    @Bean
    static SealedField sealedAuthorizations() {
        return new SealedField("authorizations", "sealed", Authorizations::context);
    }

    private static String context(String id) {
        return "authorization/" + id;
    }
}
