/** Grants and access over HTTP. */
@NullMarked
package io.guildhall.member.grant.web;

import org.jspecify.annotations.NullMarked;
