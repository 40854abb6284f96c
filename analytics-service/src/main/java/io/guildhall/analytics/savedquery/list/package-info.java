/** Read model: the queries that a community keeps. */
@NullMarked
package io.guildhall.analytics.savedquery.list;

import org.jspecify.annotations.NullMarked;
