/** The few pages that this service shows itself: plain HTML, no script, in English and Chinese. */
@NullMarked
package io.guildhall.billing.page;

import org.jspecify.annotations.NullMarked;
