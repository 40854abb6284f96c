/**
 * Who holds which role in a community, and who operates the installation.
 *
 * <p>In: {@link io.guildhall.member.role.RoleCommand}. Out: {@link io.guildhall.member.role.RoleEvent}, which every
 * service keeps to decide who may do what.
 */
@NullMarked
package io.guildhall.member.role;

import org.jspecify.annotations.NullMarked;
