package io.guildhall.platform.log;

/** The chain of commits has a hole or a fork: reading stops and nothing passes it. */
public class LogBroken extends RuntimeException {

    public LogBroken(String message) {
        super(message);
    }
}
