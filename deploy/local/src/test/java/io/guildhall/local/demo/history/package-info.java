@NullMarked
package io.guildhall.local.demo.history;

import org.jspecify.annotations.NullMarked;
