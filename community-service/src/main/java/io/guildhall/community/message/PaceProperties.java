package io.guildhall.community.message;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one member may say and change in one channel ({@code guildhall.chat.pace}).
 *
 * @param messages at once, and again so many in the time of {@code per}
 */
@ConfigurationProperties("guildhall.chat.pace")
public record PaceProperties(
        @DefaultValue("10") long messages,
        @DefaultValue("10s") Duration per) {}
