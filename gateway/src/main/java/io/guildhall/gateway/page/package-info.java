/** What the gateway itself shows: the web UI, API docs, problems. */
@NullMarked
package io.guildhall.gateway.page;

import org.jspecify.annotations.NullMarked;
