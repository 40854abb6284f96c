/**
 * What providers tell us: kept once per provider and event before it is answered, and brought to its payment afterwards.
 * What fits no payment of ours, or not what was asked for, is parked with an alarm and listed for operators.
 */
@NullMarked
package io.guildhall.billing.webhook;

import org.jspecify.annotations.NullMarked;
