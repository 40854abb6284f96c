package io.guildhall.member.key.web;

import io.guildhall.member.key.AccessKeyCommand.CreateAccessKey;
import io.guildhall.member.key.AccessKeyCommand.EndAccessKey;
import io.guildhall.member.key.Key;
import io.guildhall.member.key.KeyKind;
import io.guildhall.member.key.KeyUses;
import io.guildhall.member.key.Keys;
import io.guildhall.member.key.Secrets;
import io.guildhall.platform.axon.Commands;
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

    private final Keys keys;
    private final KeyUses uses;
    private final Commands commands;
    private final InstantSource clock = InstantSource.system();

    MemberKeys(Keys keys, KeyUses uses, Commands commands) {
        this.keys = keys;
        this.uses = uses;
        this.commands = commands;
    }

    Page<KeyView> list(String memberId, KeyKind kind) {
        List<Key> own = keys.of(memberId, kind);
        Map<String, Instant> used = uses.of(own.stream().map(Key::keyId).toList());
        return Page.whole(
                own.stream().map(key -> KeyView.of(key, used.get(key.keyId()))).toList());
    }

    /** Makes a key of this secret and returns its id. */
    String create(String memberId, KeyKind kind, KeyRequest request, String secret) {
        String keyId = kind.nextId();
        Instant expiresAt = clock.instant().plus(Duration.ofDays(request.days()));
        commands.send(new CreateAccessKey(keyId, memberId, request.name().strip(), Secrets.hash(secret), expiresAt));
        return keyId;
    }

    void end(String memberId, KeyKind kind, String keyId) {
        if (!kind.names(keyId)) {
            throw new NotFound();
        }
        commands.send(new EndAccessKey(keyId, memberId));
    }
}
