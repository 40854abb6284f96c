/**
 * The lake built anew beside the live one, compared with it, and put in its place.
 *
 * <p>In: {@link io.guildhall.analytics.replay.ReplayCommand}. Out: {@link io.guildhall.analytics.replay.ReplayEvent}.
 * Read model and worker: {@code progress}. Whoever asks a number meanwhile is answered from the live one.
 */
@NullMarked
package io.guildhall.analytics.replay;

import org.jspecify.annotations.NullMarked;
