package io.guildhall.tryout;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;
import io.guildhall.platform.privacy.Personal;

sealed interface JarEvent extends InCommunity {

    String jarId();

    /** Where jars belong whose ids begin with {@code old}; the others' is {@code com_1}. */
    String FOUNDED_BEFORE = "com_0";

    @Override
    default String communityId() {
        return jarId().startsWith("old") ? FOUNDED_BEFORE : "com_1";
    }

    @EventName("tryout.jar.placed")
    record Placed(String jarId, @Personal(subject = "jarId") String owner) implements JarEvent {}

    @EventName("tryout.jar.coin-dropped")
    record CoinDropped(String jarId, int total) implements JarEvent {}

    @EventName("tryout.jar.thanked")
    record Thanked(String jarId, String whom) implements JarEvent {}
}
