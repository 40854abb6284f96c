/** One instance does a thing at a time: leases that end by themselves, with an epoch that grows with each owner. */
@NullMarked
package io.guildhall.platform.lease;

import org.jspecify.annotations.NullMarked;
