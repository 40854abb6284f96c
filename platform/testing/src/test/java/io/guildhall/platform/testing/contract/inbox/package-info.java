/** What another service hears in the tests of the contract tests. */
@NullMarked
package io.guildhall.platform.testing.contract.inbox;

import org.jspecify.annotations.NullMarked;
