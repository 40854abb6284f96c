package io.guildhall.community.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the wire ({@code guildhall.chat}).
 *
 * @param queue how many frames wait for one connection before it counts as slow
 * @param heartbeat how often a silent connection is asked whether it is still there
 * @param accessEvery how often it is asked whether those who listen still may, and how far they have read elsewhere
 * @param ticketLife how long a ticket opens a connection
 * @param frames how many frames one connection may send in {@code framesPer}
 * @param patience how many refused frames in a row a connection may send before it is closed
 * @param stateEvents how many of the newest facts a subscription without a sequence begins with
 */
@ConfigurationProperties("guildhall.chat")
public record LiveProperties(
        @DefaultValue("512") int queue,
        @DefaultValue("30s") Duration heartbeat,
        @DefaultValue("1s") Duration accessEvery,
        @DefaultValue("30s") Duration ticketLife,
        @DefaultValue("200") long frames,
        @DefaultValue("10s") Duration framesPer,
        @DefaultValue("20") int patience,
        @DefaultValue("50") int stateEvents) {}
