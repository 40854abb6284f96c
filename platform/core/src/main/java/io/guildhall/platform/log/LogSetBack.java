package io.guildhall.platform.log;

/** Nothing is appended while the topic knows more than the log: it would bear positions that consumers have passed. */
public final class LogSetBack extends StoreUnavailable {

    public LogSetBack(String why) {
        super(why, new LogBroken(why));
    }
}
