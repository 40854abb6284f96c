package io.guildhall.local.demo.story;

import java.util.List;

/**
 * A community as far as a story needs it.
 *
 * @param language {@code en} or {@code zh-CN}
 * @param lessons how many each of its courses has
 */
public record Hall(String language, List<Integer> lessons) {}
