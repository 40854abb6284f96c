package io.guildhall.platform.simulation;

/** The ports of one process, all over one connection. */
record Ports(
        SimulatedStore store,
        Documents documents,
        SimulatedPositions positions,
        SimulatedProgress progress,
        SimulatedLetters letters) {

    Ports(World world, String log) {
        this(world, log, new Connection(world));
    }

    private Ports(World world, String log, Connection connection) {
        this(world, log, connection, new Documents(connection));
    }

    private Ports(World world, String log, Connection connection, Documents documents) {
        this(
                new SimulatedStore(connection, log, world.variation),
                documents,
                new SimulatedPositions(documents),
                new SimulatedProgress(documents),
                new SimulatedLetters(world, documents, log));
    }
}
