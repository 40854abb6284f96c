/** Single events of any service and community, found by their ids: what caused another says only its id. */
@NullMarked
package io.guildhall.analytics.found;

import org.jspecify.annotations.NullMarked;
