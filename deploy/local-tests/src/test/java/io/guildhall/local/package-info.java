@NullMarked
package io.guildhall.local;

import org.jspecify.annotations.NullMarked;
