/** Saved queries over HTTP. */
@NullMarked
package io.guildhall.analytics.savedquery.web;

import org.jspecify.annotations.NullMarked;
