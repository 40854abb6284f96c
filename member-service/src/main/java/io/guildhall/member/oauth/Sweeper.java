package io.guildhall.member.oauth;

import io.guildhall.member.credential.Credentials;
import io.guildhall.member.session.BegunSessions;
import io.guildhall.member.session.EndedSessions;
import io.guildhall.member.throttle.Tries;
import io.guildhall.platform.lease.Lease;
import io.guildhall.platform.lease.LeasedWork;
import io.guildhall.platform.lease.Leases;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Removes once a minute, on one instance, what has expired: not every store does so by itself. */
@Component
class Sweeper implements SmartLifecycle {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Leases leases;
    private final Authorizations authorizations;
    private final BegunSessions begun;
    private final EndedSessions ended;
    private final Tries tries;
    private final Credentials credentials;
    private LeasedWork.@Nullable Standing work;

    Sweeper(
            Leases leases,
            Authorizations authorizations,
            BegunSessions begun,
            EndedSessions ended,
            Tries tries,
            Credentials credentials) {
        this.leases = leases;
        this.authorizations = authorizations;
        this.begun = begun;
        this.ended = ended;
        this.tries = tries;
        this.credentials = credentials;
    }

    @Override
    public void start() {
        work = leases.keep("sweeper", LEASE, this::sweepForEver);
    }

    @Override
    public void stop() {
        if (work != null) {
            work.close();
            work = null;
        }
    }

    @Override
    public boolean isRunning() {
        return work != null;
    }

    private void sweepForEver(Lease lease) throws InterruptedException {
        while (lease.held()) {
            authorizations.sweep();
            begun.sweep();
            ended.sweep();
            tries.sweep();
            credentials.sweep();
            Thread.sleep(PAUSE);
        }
    }
}
