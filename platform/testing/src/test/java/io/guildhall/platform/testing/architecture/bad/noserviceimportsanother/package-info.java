@NullMarked
package io.guildhall.platform.testing.architecture.bad.noserviceimportsanother;

import org.jspecify.annotations.NullMarked;
