@NullMarked
package io.guildhall.platform;

import org.jspecify.annotations.NullMarked;
