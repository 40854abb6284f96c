/**
 * A payment provider that moves no money and behaves like one that does: sessions of its own, a hosted page, signed
 * webhooks that are sent until they are taken, and lies on request. It is there with the profile {@code local} only, and
 * is spoken to over HTTP like any other; nothing else of this service reads what it keeps.
 */
@NullMarked
package io.guildhall.billing.sandbox;

import org.jspecify.annotations.NullMarked;
