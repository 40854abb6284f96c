/** How far each replay has come, and the worker that carries it out. */
@NullMarked
package io.guildhall.analytics.replay.progress;

import org.jspecify.annotations.NullMarked;
