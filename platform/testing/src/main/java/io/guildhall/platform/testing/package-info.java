/** Test support that every module shares: servers, fixtures, rules, contracts and the checker. */
@NullMarked
package io.guildhall.platform.testing;

import org.jspecify.annotations.NullMarked;
