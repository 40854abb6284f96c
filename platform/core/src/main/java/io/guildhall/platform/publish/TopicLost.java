package io.guildhall.platform.publish;

/** A topic holds less than was published to it, while the log may be whole; going on would leave a hole. */
final class TopicLost extends RuntimeException {

    TopicLost(String what) {
        super(what + ": see guildhall restore");
    }
}
