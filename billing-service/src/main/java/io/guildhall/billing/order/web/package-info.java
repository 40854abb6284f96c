/** Buying over HTTP. */
@NullMarked
package io.guildhall.billing.order.web;

import org.jspecify.annotations.NullMarked;
