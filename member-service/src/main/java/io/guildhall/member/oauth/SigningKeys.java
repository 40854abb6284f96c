package io.guildhall.member.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.guildhall.member.secret.SharedSecrets;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The RSA keys that sign tokens: a new one every 90 days, made by whichever instance needs it first; the one before stays
 * published. The key that signs comes first.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

    private static final Duration TERM = Duration.ofDays(90);
    private static final int BITS = 2048;

    private final SharedSecrets secrets;
    private final InstantSource clock = InstantSource.system();
    private volatile @Nullable Published published;

    private record Published(long term, JWKSet keys) {}

    SigningKeys(SharedSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(keys());
    }

    private JWKSet keys() {
        long term = clock.millis() / TERM.toMillis();
        Published known = published;
        if (known == null || known.term() != term) {
            known = new Published(term, read(term));
            published = known;
        }
        return known.keys();
    }

    private JWKSet read(long term) {
        List<JWK> keys = new ArrayList<>();
        keys.add(parse(secrets.of(name(term), () -> generate(term))));
        secrets.find(name(term - 1)).map(SigningKeys::parse).ifPresent(keys::add);
        return new JWKSet(keys);
    }

    private static byte[] generate(long term) {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyID("guildhall-" + term)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate()
                    .toJSONString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWK parse(byte[] json) {
        try {
            return JWK.parse(new String(json, StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("a stored signing key is no JWK", e);
        }
    }

    private static String name(long term) {
        return "signing-key/" + term;
    }
}
