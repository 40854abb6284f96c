/** Metrics over HTTP, for the owners of a community. */
@NullMarked
package io.guildhall.analytics.metric.web;

import org.jspecify.annotations.NullMarked;
