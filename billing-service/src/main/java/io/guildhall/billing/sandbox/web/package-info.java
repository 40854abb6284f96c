/** The sandbox as the world sees it: its API, its page, and the switches for tests. */
@NullMarked
package io.guildhall.billing.sandbox.web;

import org.jspecify.annotations.NullMarked;
