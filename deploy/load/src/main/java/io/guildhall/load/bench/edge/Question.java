package io.guildhall.load.bench.edge;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of one server, again and again.
 *
 * @param name of the server and of what it does
 * @param what as the script for the load tool calls it
 */
record Question(
        String name, String what, String address, @Nullable String token) {}
