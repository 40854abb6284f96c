package io.guildhall.community.access;

import java.util.List;

/** How grants name channels. */
public final class ChannelResource {

    private static final String PREFIX = "channel:";
    private static final String EVERY_CHANNEL = PREFIX + "*";

    private ChannelResource() {}

    /** What a grant may name to open this channel. */
    public static List<String> opening(String channelId) {
        return List.of(PREFIX + channelId, EVERY_CHANNEL);
    }
}
