@NullMarked
package io.guildhall.platform.testing.architecture.bad.timeandchancecomefromoutside;

import org.jspecify.annotations.NullMarked;
