package io.guildhall.member.oauth;

import io.guildhall.member.key.Key;
import io.guildhall.member.key.KeyKind;
import io.guildhall.member.key.KeyUses;
import io.guildhall.member.key.Keys;
import io.guildhall.member.key.Secrets;
import io.guildhall.platform.security.Public;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What only the gateway asks, over HTTP Basic with its client's secret: the filter chain before this refuses all others,
 * and the gateway routes no caller here.
 */
@RestController
@RequestMapping("/id/internal")
@Public
@Hidden
class GatewayController {

    /** With the services' tolerance of 10 s, an ended token works for 60 s at most. */
    private static final Duration LIFETIME = Duration.ofSeconds(50);

    record ExchangeRequest(@NotBlank @Size(max = 200) String token) {

        @Override
        public String toString() {
            return "ExchangeRequest[]";
        }
    }

    record Exchanged(String accessToken, long expiresIn) {

        @Override
        public String toString() {
            return "Exchanged[]";
        }
    }

    record SignOutRequest(@NotBlank @Size(max = 200) String sid) {}

    private final Keys keys;
    private final KeyUses uses;
    private final JwtEncoder encoder;
    private final SignOut signOut;
    private final String issuer;
    private final InstantSource clock = InstantSource.system();

    GatewayController(
            Keys keys, KeyUses uses, JwtEncoder encoder, SignOut signOut, @Value("${guildhall.issuer}") String issuer) {
        this.keys = keys;
        this.uses = uses;
        this.encoder = encoder;
        this.signOut = signOut;
        this.issuer = issuer;
    }

    /** A short access token for a personal one; 401 when that is unknown, expired or ended. */
    @PostMapping("/exchange")
    ResponseEntity<Exchanged> exchange(@Valid @RequestBody ExchangeRequest request) {
        return keys.inForceByHash(Secrets.hash(request.token()))
                .filter(key -> key.is(KeyKind.TOKEN))
                .map(key -> ResponseEntity.ok(exchanged(key)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED).build());
    }

    /** Ends a session and all that followed from it. Repeatable. */
    @PostMapping("/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@Valid @RequestBody SignOutRequest request) {
        signOut.end(request.sid());
    }

    private Exchanged exchanged(Key key) {
        uses.used(key.keyId());
        Instant now = clock.instant();
        var header = JwsHeader.with(SignatureAlgorithm.RS256);
        var claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .subject(key.memberId())
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(now.plus(LIFETIME));
        TokenClaims.access(claims, header, key.keyId());
        String token = encoder.encode(JwtEncoderParameters.from(header.build(), claims.build()))
                .getTokenValue();
        return new Exchanged(token, LIFETIME.toSeconds());
    }
}
