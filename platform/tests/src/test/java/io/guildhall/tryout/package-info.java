/** A service of one aggregate, on which the platform is tried as a service would use it. */
@NullMarked
package io.guildhall.tryout;

import org.jspecify.annotations.NullMarked;
