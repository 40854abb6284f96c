package io.guildhall.load.bench.chat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The client's end of one WebSocket, as thin as it can be, so that the client is not what is measured. */
final class Line {

    /** Told each text, which is valid during the call only. */
    interface Listener {
        void text(Line line, byte[] bytes, int from, int length) throws IOException;
    }

    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final SocketChannel channel;
    private final byte[] bytes = new byte[64 * 1024];
    private final ByteBuffer in = ByteBuffer.wrap(bytes);

    private Line(SocketChannel channel) {
        this.channel = channel;
    }

    /** Shakes hands; the channel does not block from then on. */
    static Line open(URI server, String path, String origin) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nOrigin: " + origin
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                + Base64.getEncoder().encodeToString(new byte[16]) + "\r\n\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        var line = new Line(channel);
        int end = -1;
        while (end < 0) {
            if (channel.read(line.in) < 0) {
                throw new IOException("no answer to the handshake");
            }
            end = headEnd(line.bytes, line.in.position());
        }
        String head = new String(line.bytes, 0, end, StandardCharsets.US_ASCII);
        if (!head.startsWith("HTTP/1.1 101")) {
            throw new IOException(head);
        }
        System.arraycopy(line.bytes, end, line.bytes, 0, line.in.position() - end);
        line.in.position(line.in.position() - end);
        channel.configureBlocking(false);
        return line;
    }

    private static int headEnd(byte[] bytes, int length) {
        for (int i = 3; i < length; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    SocketChannel channel() {
        return channel;
    }

    /** Reads what is there and hands over each whole text. */
    void read(Listener listener) throws IOException {
        int many = channel.read(in);
        if (many < 0) {
            throw new IOException("the server has ended a connection");
        }
        take(listener);
    }

    /** Hands over what came with the handshake. */
    void take(Listener listener) throws IOException {
        int at = 0;
        int end = in.position();
        while (end - at >= 2) {
            int head = 2;
            int length = bytes[at + 1] & 0x7F;
            if (length == 126) {
                if (end - at < 4) {
                    break;
                }
                head = 4;
                length = (bytes[at + 2] & 0xFF) << 8 | (bytes[at + 3] & 0xFF);
            } else if (length == 127) {
                throw new IOException("a frame longer than any that is expected");
            }
            if (end - at < head + length) {
                break;
            }
            frame(bytes[at] & 0x0F, at + head, length, listener);
            at += head + length;
        }
        System.arraycopy(bytes, at, bytes, 0, end - at);
        in.position(end - at);
    }

    private void frame(int kind, int from, int length, Listener listener) throws IOException {
        switch (kind) {
            case TEXT -> listener.text(this, bytes, from, length);
            case PING -> send(PONG, new byte[0]);
            case CLOSE ->
                throw new IOException("closed with " + ((bytes[from] & 0xFF) << 8 | (bytes[from + 1] & 0xFF)));
            default -> throw new IOException("a frame of kind " + kind);
        }
    }

    void send(String text) throws IOException {
        send(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Masked with zeros, which is allowed and costs nothing. */
    private void send(int kind, byte[] payload) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(payload.length + 8);
        out.put((byte) (0x80 | kind));
        if (payload.length < 126) {
            out.put((byte) (0x80 | payload.length));
        } else {
            out.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        out.putInt(0).put(payload).flip();
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }
}
