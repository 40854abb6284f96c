/** What becomes of a webhook after it was brought to its payment. */
@NullMarked
package io.guildhall.billing.webhook.policy;

import org.jspecify.annotations.NullMarked;
