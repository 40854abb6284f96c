package io.guildhall.load.bench.chat;

import java.util.List;

/**
 * A server to be measured.
 *
 * @param servers process ids whose time counts; the first is the one that holds the connections
 */
record Target(String name, Dialect dialect, String address, List<Long> servers) {}
