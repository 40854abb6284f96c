/** The few pages of the gateway itself: first page, API docs, problems. */
@NullMarked
package io.guildhall.gateway.page;

import org.jspecify.annotations.NullMarked;
