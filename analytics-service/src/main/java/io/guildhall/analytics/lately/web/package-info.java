/** What happened lately over HTTP, for the owners of a community. */
@NullMarked
package io.guildhall.analytics.lately.web;

import org.jspecify.annotations.NullMarked;
