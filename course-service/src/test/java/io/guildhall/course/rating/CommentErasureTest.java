package io.guildhall.course.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.course.rating.RatingEvent.RatingGiven;
import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.privacy.KeySource;
import io.guildhall.platform.privacy.PersonalCipher;
import io.guildhall.platform.privacy.PersonalModule;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class CommentErasureTest {

    private static final RatingGiven GIVEN = new RatingGiven("rat_1", "com_1", "crs_1", "mem_ada", 5, "worth it");

    private final AdasKey keys = new AdasKey();
    private final EventCodec codec =
            new EventCodec(List.of(new PersonalModule(new PersonalCipher(keys, new SecureRandom()))));

    @Test
    void anErasedPersonsStarsStayAndTheCommentDoesNot() {
        String stored = codec.write(GIVEN);
        assertThat(stored).contains("mem_ada").doesNotContain("worth it");
        assertThat(codec.read(stored, RatingGiven.class)).isEqualTo(GIVEN);

        keys.destroyed = true;

        RatingGiven left = codec.read(stored, RatingGiven.class);
        assertThat(left.comment()).isEqualTo(PersonalCipher.ERASED);
        assertThat(left.stars()).isEqualTo(5);
    }

    private static final class AdasKey implements KeySource {

        private boolean destroyed;

        @Override
        public Optional<SecretKey> forSealing(String subject, String purpose) {
            return forOpening(subject, purpose);
        }

        @Override
        public Optional<SecretKey> forOpening(String subject, String purpose) {
            assertThat(subject).isEqualTo("mem_ada");
            return destroyed ? Optional.empty() : Optional.of(new SecretKeySpec(new byte[32], "AES"));
        }
    }
}
