/** A service's events in the tests of the contract tests. */
@NullMarked
package io.guildhall.platform.testing.contract.sample;

import org.jspecify.annotations.NullMarked;
