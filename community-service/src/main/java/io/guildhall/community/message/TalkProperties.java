package io.guildhall.community.message;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is allowed to authors ({@code guildhall.chat}).
 *
 * @param editWindow how long a message can be edited by its author
 */
@ConfigurationProperties("guildhall.chat")
public record TalkProperties(@DefaultValue("24h") Duration editWindow) {}
