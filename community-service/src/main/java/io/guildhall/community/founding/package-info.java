/**
 * How a community begins. Its founder becomes its owner in member-service, which hears of it.
 *
 * <p>In: {@link io.guildhall.community.founding.CommunityCommand}. Out: {@link
 * io.guildhall.community.founding.CommunityEvent}. Read model: {@code directory}.
 */
@NullMarked
package io.guildhall.community.founding;

import org.jspecify.annotations.NullMarked;
