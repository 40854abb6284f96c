package io.guildhall.community.channel;

import io.guildhall.platform.problem.Refusal;

/** Nothing is said or changed in a closed channel. */
public final class ChannelIsClosed extends Refusal {

    public ChannelIsClosed() {
        super(Kind.CONFLICT);
    }
}
