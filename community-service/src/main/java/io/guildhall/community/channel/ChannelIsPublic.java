package io.guildhall.community.channel;

import io.guildhall.platform.problem.Refusal;

/** A public channel is open to everybody at all times, so nobody ever joined it. */
public final class ChannelIsPublic extends Refusal {

    public ChannelIsPublic() {
        super(Kind.CONFLICT);
    }
}
