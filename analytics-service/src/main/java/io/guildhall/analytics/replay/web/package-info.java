/** Replays over HTTP. */
@NullMarked
package io.guildhall.analytics.replay.web;

import org.jspecify.annotations.NullMarked;
