/** Notices over HTTP. */
@NullMarked
package io.guildhall.member.notice.web;

import org.jspecify.annotations.NullMarked;
