/** Finding events over HTTP, for operators. */
@NullMarked
package io.guildhall.analytics.found.web;

import org.jspecify.annotations.NullMarked;
