package io.guildhall.member.key.web;

import io.guildhall.member.key.AccessKeyCommand.CreateAccessKey;
import io.guildhall.member.key.AccessKeyCommand.EndAccessKey;
import io.guildhall.member.key.Key;
import io.guildhall.member.key.KeyKind;
import io.guildhall.member.key.KeySecrets;
import io.guildhall.member.key.KeyUses;
import io.guildhall.member.key.Keys;
import io.guildhall.member.key.Secrets;
import io.guildhall.platform.axon.Answer;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.ReadPositions;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.web.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a member does with his keys, the same for both kinds. */
@Component
class MemberKeys {

    record NewKey(String keyId, String secret) {

        @Override
        public String toString() {
            return "NewKey[keyId=%s]".formatted(keyId);
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Keys keys;
    private final KeyUses uses;
    private final KeySecrets secrets;
    private final Commands commands;
    private final ReadPositions positions;
    private final InstantSource clock = InstantSource.system();

    MemberKeys(Keys keys, KeyUses uses, KeySecrets secrets, Commands commands, ReadPositions positions) {
        this.keys = keys;
        this.uses = uses;
        this.secrets = secrets;
        this.commands = commands;
        this.positions = positions;
    }

    Page<KeyView> list(String memberId, KeyKind kind) {
        List<Key> own = keys.of(memberId, kind);
        Map<String, Instant> used = uses.of(own.stream().map(Key::keyId).toList());
        return Page.whole(
                own.stream().map(key -> KeyView.of(key, used.get(key.keyId()))).toList());
    }

    /** Makes a key and shows its secret, which nobody can ask for again, once it is known wherever it is shown. */
    NewKey create(String memberId, KeyKind kind, KeyRequest request) {
        String keyId = kind.nextId();
        String secret = secrets.of(keyId);
        Instant expiresAt = clock.instant().plus(Duration.ofDays(request.days()));
        Answer answer = commands.send(
                new CreateAccessKey(keyId, memberId, request.name().strip(), Secrets.hash(secret), expiresAt));
        if (answer.position() != null) {
            positions.await(answer.position(), PATIENCE);
        }
        return new NewKey(keyId, secret);
    }

    void end(String memberId, KeyKind kind, String keyId) {
        if (!kind.names(keyId)) {
            throw new NotFound();
        }
        commands.send(new EndAccessKey(keyId, memberId));
    }
}
