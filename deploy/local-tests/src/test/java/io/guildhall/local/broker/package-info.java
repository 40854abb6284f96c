@NullMarked
package io.guildhall.local.broker;

import org.jspecify.annotations.NullMarked;
