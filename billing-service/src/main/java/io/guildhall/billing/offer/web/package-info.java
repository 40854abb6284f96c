/** Selling over HTTP: what owners may do to offers. */
@NullMarked
package io.guildhall.billing.offer.web;

import org.jspecify.annotations.NullMarked;
