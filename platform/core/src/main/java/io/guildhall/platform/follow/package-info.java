/** What follows events, of the own log and of other services: projections and policies. */
@NullMarked
package io.guildhall.platform.follow;

import org.jspecify.annotations.NullMarked;
