package io.guildhall.platform.restore;

/** A topic and what is left of its log do not fit together, or the topic has a hole; what comes before it is sound. */
final class NotRestorable extends RuntimeException {

    NotRestorable(String why) {
        super(why);
    }
}
