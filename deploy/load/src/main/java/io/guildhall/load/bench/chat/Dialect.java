package io.guildhall.load.bench.chat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a server wants to hear. Each connection is ready when it will be told what is said in the room. */
enum Dialect {
    GUILDHALL("/ws?ticket=%s") {
        @Override
        Answer answer(String text, String channel) {
            if (text.startsWith("{\"type\":\"hello\"")) {
                return new Answer("{\"type\":\"subscribe\",\"channel\":\"" + channel + "\"}", false);
            }
            if (text.startsWith("{\"type\":\"problem\"") || text.startsWith("{\"type\":\"access-ended\"")) {
                throw new IllegalStateException(text);
            }
            return new Answer(null, text.startsWith("{\"type\":\"state\""));
        }
    },
    WS("/") {
        @Override
        Answer answer(String text, String channel) {
            return new Answer(null, text.startsWith("{\"type\":\"hello\""));
        }
    },
    SOCKET_IO("/socket.io/?EIO=4&transport=websocket") {
        @Override
        Answer answer(String text, String channel) {
            if (text.startsWith("0")) {
                return new Answer("40", false);
            }
            return new Answer(text.equals("2") ? "3" : null, text.startsWith("42[\"hello\""));
        }

        @Override
        String said(String channel, String localId, String body) {
            return "42[\"send\"," + super.said(channel, localId, body) + "]";
        }
    };

    /**
     * @param text to send, if any
     * @param ready whether the connection is ready now
     */
    record Answer(@Nullable String text, boolean ready) {}

    private final String path;

    Dialect(String path) {
        this.path = path;
    }

    static Dialect named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('.', '_'));
    }

    String path(String ticket) {
        return path.formatted(ticket);
    }

    /** What to do about a text that is nothing said. */
    abstract Answer answer(String text, String channel);

    String said(String channel, String localId, String body) {
        return "{\"type\":\"send\",\"channel\":\"" + channel + "\",\"localId\":\"" + localId + "\",\"body\":\"" + body
                + "\"}";
    }
}
