package io.guildhall.platform.follow;

/** A topic that is being read has been made anew; it is to be read from its start. */
final class TopicMadeAnew extends RuntimeException {

    TopicMadeAnew(String topic) {
        super("The topic " + topic + " was made anew");
    }
}
