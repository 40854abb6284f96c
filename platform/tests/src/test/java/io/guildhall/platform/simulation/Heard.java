package io.guildhall.platform.simulation;

/** The events of the simulated house as its followers read them. */
final class Heard {

    @io.guildhall.platform.follow.Heard(Door.OPENED)
    record Opened() {}

    @io.guildhall.platform.follow.Heard(Door.ENTERED)
    record Entered() {}

    @io.guildhall.platform.follow.Heard(Door.CLOSED)
    record Closed() {}

    private Heard() {}
}
