package io.guildhall.local.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One process of the stack: how it is started, when it counts as ready, and which parts must be ready before it.
 *
 * @param port what the part listens on, for people to read
 */
public record Part(
        String name,
        int port,
        List<String> command,
        Map<String, String> environment,
        Path folder,
        Readiness readiness,
        Set<String> after,
        Duration stopWithin) {}
