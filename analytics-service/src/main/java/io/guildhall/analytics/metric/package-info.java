/**
 * What is counted: each metric is a SQL file with a version, the same text on every engine.
 *
 * <p>{@code prelude/<engine>.sql} defines the few functions and {@code events}, {@code
 * prelude/views.sql} stands on them, and {@code metrics/<name>.v<version>.sql} on both; its twin {@code .explain.sql}
 * lists the ids of the events behind the number. Numbers and windows follow the rules in the service's README.
 */
@NullMarked
package io.guildhall.analytics.metric;

import org.jspecify.annotations.NullMarked;
