/** Credit notes follow refunds. */
@NullMarked
package io.guildhall.billing.creditnote.policy;

import org.jspecify.annotations.NullMarked;
