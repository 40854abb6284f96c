/**
 * The rooms in which a community talks: opened, renamed and closed by its owners; who may use one is decided by {@link
 * io.guildhall.community.channel.ChannelAccess}, and so is since when a reader sees what is said there.
 *
 * <p>In: {@link io.guildhall.community.channel.ChannelCommand}. Out: {@link
 * io.guildhall.community.channel.ChannelEvent}. Read model: {@link io.guildhall.community.channel.ChannelEntry}. What is
 * said in a channel is {@code message}'s.
 */
@NullMarked
package io.guildhall.community.channel;

import org.jspecify.annotations.NullMarked;
