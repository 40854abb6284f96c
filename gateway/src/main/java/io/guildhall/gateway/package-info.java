/** The only door of an installation: it knows who calls, limits how often, and passes on to the services. */
@NullMarked
package io.guildhall.gateway;

import org.jspecify.annotations.NullMarked;
