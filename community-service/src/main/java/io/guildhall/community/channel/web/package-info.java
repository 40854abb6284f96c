/** Channels over HTTP. */
@NullMarked
package io.guildhall.community.channel.web;

import org.jspecify.annotations.NullMarked;
