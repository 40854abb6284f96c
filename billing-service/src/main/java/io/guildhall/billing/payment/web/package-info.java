/** Payments over HTTP: only those that somebody must look at; members see their orders. */
@NullMarked
package io.guildhall.billing.payment.web;

import org.jspecify.annotations.NullMarked;
