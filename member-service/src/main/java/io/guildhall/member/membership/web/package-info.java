/** Memberships over HTTP. */
@NullMarked
package io.guildhall.member.membership.web;

import org.jspecify.annotations.NullMarked;
