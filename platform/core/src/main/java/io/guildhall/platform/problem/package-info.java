/** What a client is told when something is refused or fails: RFC 9457 bodies in the language it asked for. */
@NullMarked
package io.guildhall.platform.problem;

import org.jspecify.annotations.NullMarked;
