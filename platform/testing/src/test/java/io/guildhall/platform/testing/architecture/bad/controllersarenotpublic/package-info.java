@NullMarked
package io.guildhall.platform.testing.architecture.bad.controllersarenotpublic;

import org.jspecify.annotations.NullMarked;
