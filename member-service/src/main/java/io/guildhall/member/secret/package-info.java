/** Secrets that all instances of this service share and keep for as long as the installation lives. */
@NullMarked
package io.guildhall.member.secret;

import org.jspecify.annotations.NullMarked;
