/** Analysts' SQL and the export of events over HTTP. */
@NullMarked
package io.guildhall.analytics.sql.web;

import org.jspecify.annotations.NullMarked;
