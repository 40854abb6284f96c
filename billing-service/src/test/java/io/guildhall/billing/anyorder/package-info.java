/** Trades of drawn customers, told to the policies of this service in drawn orders. */
@NullMarked
package io.guildhall.billing.anyorder;

import org.jspecify.annotations.NullMarked;
