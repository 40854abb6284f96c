@NullMarked
package io.guildhall.platform.testing.architecture.bad.whatwehearstandsinaninbox;

import org.jspecify.annotations.NullMarked;
