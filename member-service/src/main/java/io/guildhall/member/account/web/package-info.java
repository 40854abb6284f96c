/** Accounts over HTTP. */
@NullMarked
package io.guildhall.member.account.web;

import org.jspecify.annotations.NullMarked;
