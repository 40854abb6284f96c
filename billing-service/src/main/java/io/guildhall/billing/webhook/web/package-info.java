/** Where providers call. */
@NullMarked
package io.guildhall.billing.webhook.web;

import org.jspecify.annotations.NullMarked;
