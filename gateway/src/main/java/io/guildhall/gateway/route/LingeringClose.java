package io.guildhall.gateway.route;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends our half of a connection, then passes over what still comes until the other side ends its own. A connection that
 * is closed before all was read of it is reset instead, and who is still talking then would never read why it was closed.
 */
final class LingeringClose extends ChannelDuplexHandler {

    private static final Duration LONGEST = Duration.ofSeconds(2);

    private @Nullable ChannelPromise closing;

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (closing == null && context.channel() instanceof DuplexChannel channel && channel.isActive()) {
            closing = promise;
            channel.shutdownOutput();
            context.executor().schedule(() -> context.close(promise), LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            context.read();
        } else {
            context.close(promise);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (closing == null) {
            context.fireChannelRead(message);
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (closing == null) {
            context.fireChannelReadComplete();
        } else {
            context.read();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (closing != null) {
            context.close(closing);
        }
        context.fireChannelInactive();
    }
}
