/** What happened lately: a community's events counted by their names. */
@NullMarked
package io.guildhall.analytics.lately;

import org.jspecify.annotations.NullMarked;
