package io.guildhall.tryout;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

sealed interface JarCommand {

    @TargetAggregateIdentifier
    String jarId();

    record PlaceJar(@TargetAggregateIdentifier String jarId, String owner) implements JarCommand {}

    record DropCoins(@TargetAggregateIdentifier String jarId, int coins) implements JarCommand {}

    /** Drops coins until so many lie in the jar; refused when there are more. */
    record FillTo(@TargetAggregateIdentifier String jarId, int coins) implements JarCommand {}

    record Thank(@TargetAggregateIdentifier String jarId, String whom) implements JarCommand {}
}
