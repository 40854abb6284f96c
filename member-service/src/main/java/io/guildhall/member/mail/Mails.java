package io.guildhall.member.mail;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.springframework.data.mongodb.core.query.Update.update;

import io.guildhall.platform.privacy.PersonalCipher;
import io.guildhall.platform.privacy.SealedField;
import io.guildhall.platform.privacy.Sealer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.bson.types.Binary;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The post box: every mail of the house waits here until it is sent. */
@Component
public class Mails {

    private static final int SHOWN = 100;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final MongoTemplate mongo;
    private final MailTexts texts;
    private final Sealer sealer;
    private final InstantSource clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Mails(MongoTemplate mongo, MailTexts texts, Sealer sealer, InstantSource clock) {
        this.mongo = mongo;
        this.texts = texts;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** Puts a mail into the box. Repeatable; one to an erased person is not written. */
    public void post(Mail mail) {
        if (mail.to().equals(PersonalCipher.ERASED)) {
            return;
        }
        String id = mail.cause() + "/" + mail.kind().key();
        Instant now = clock.instant();
        byte[] sealed = sealer.seal(json.writeValueAsBytes(texts.write(mail)), context(id));
        try {
            mongo.insert(new PostedMail(id, now, true, now, 0, new Binary(sealed)));
        } catch (DuplicateKeyException _) {
            // posted before
        }
    }

    /** The newest mails that are not yet sent. */
    List<ShownMail> newest() {
        return mongo
                .find(
                        query(where("waiting").is(true))
                                .with(Sort.by("tryAt").descending())
                                .limit(SHOWN),
                        PostedMail.class)
                .stream()
                .map(posted -> ShownMail.of(open(posted), posted.postedAt()))
                .toList();
    }

    /** A mail whose time has come. */
    Optional<PostedMail> next() {
        Query due = query(where("waiting").is(true).and("tryAt").lte(clock.instant()));
        return Optional.ofNullable(mongo.findOne(due.with(Sort.by("tryAt")), PostedMail.class));
    }

    Letter open(PostedMail posted) {
        if (posted.sealed() == null) {
            throw new IllegalStateException("the mail " + posted.id() + " holds no letter");
        }
        return json.readValue(sealer.open(posted.sealed().getData(), context(posted.id())), Letter.class);
    }

    /** The letter is gone, its id stays so that it is never posted again. */
    void sent(PostedMail posted) {
        mongo.updateFirst(byId(posted), update("waiting", false).unset("sealed"), PostedMail.class);
    }

    /** Tries again after a pause that doubles from 10 s to an hour. */
    void failed(PostedMail posted) {
        Duration pause = Duration.ofSeconds(10L << Math.min(posted.tries(), 9));
        Instant again = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        mongo.updateFirst(byId(posted), update("tryAt", again).set("tries", posted.tries() + 1), PostedMail.class);
    }

    private static Query byId(PostedMail posted) {
        return query(where("_id").is(posted.id()));
    }

    @Bean
    static SealedField sealedMails() {
        return new SealedField("mails", "sealed", Mails::context);
    }

    private static String context(String id) {
        return "mail/" + id;
    }
}
