package io.guildhall.platform.log;

/** One log of this service, opened. */
public record EventLog(LogName name, MongoCommitStore store, LogReader reader, LogTail tail, Appender appender) {

    public LogPosition position(long number) {
        return new LogPosition(name.toString(), number);
    }
}
