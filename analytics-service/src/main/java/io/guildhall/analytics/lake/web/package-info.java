/** The state of the lake over HTTP. */
@NullMarked
package io.guildhall.analytics.lake.web;

import org.jspecify.annotations.NullMarked;
