/** Credit notes over HTTP. */
@NullMarked
package io.guildhall.billing.creditnote.web;

import org.jspecify.annotations.NullMarked;
