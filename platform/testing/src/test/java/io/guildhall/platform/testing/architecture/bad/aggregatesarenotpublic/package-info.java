@NullMarked
package io.guildhall.platform.testing.architecture.bad.aggregatesarenotpublic;

import org.jspecify.annotations.NullMarked;
