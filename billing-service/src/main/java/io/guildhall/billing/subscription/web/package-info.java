/** Subscriptions over HTTP. */
@NullMarked
package io.guildhall.billing.subscription.web;

import org.jspecify.annotations.NullMarked;
