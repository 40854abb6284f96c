@NullMarked
package io.guildhall.local.store;

import org.jspecify.annotations.NullMarked;
