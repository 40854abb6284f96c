/** Who you are and what you may use: accounts, sign-in, tokens, roles, grants and all mail. */
@NullMarked
package io.guildhall.member;

import org.jspecify.annotations.NullMarked;
