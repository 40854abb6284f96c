package io.guildhall.member.credential;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id (19 MiB, 2 rounds, 1 lane), as many at once as there are processors; others wait.
 *
 * @see TooManySignIns
 */
@Component
public class PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MEMORY_KIB = 19_456;
    private static final int ROUNDS = 2;
    private static final long LONGEST_WAIT_SECONDS = 5;

    private final Argon2PasswordEncoder argon2;
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String nobodys;

    @Autowired
    PasswordHasher() {
        this(MEMORY_KIB);
    }

    PasswordHasher(int memoryKib) {
        argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, memoryKib, ROUNDS);
        nobodys = hash("the password of nobody at all");
    }

    public final String hash(String password) {
        return bounded(() -> String.valueOf(argon2.encode(PasswordRules.normal(password))));
    }

    public boolean matches(String password, String hash) {
        return bounded(() -> argon2.matches(PasswordRules.normal(password), hash));
    }

    /** Takes as long as {@link #matches}, for where there is no hash and nobody may notice. */
    public void matchNobody(String password) {
        matches(password, nobodys);
    }

    private <T> T bounded(Supplier<T> work) {
        try {
            if (!places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new TooManySignIns();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManySignIns();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
