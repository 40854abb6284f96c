/** Roles over HTTP. */
@NullMarked
package io.guildhall.member.role.web;

import org.jspecify.annotations.NullMarked;
