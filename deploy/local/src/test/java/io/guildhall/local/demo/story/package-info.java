@NullMarked
package io.guildhall.local.demo.story;

import org.jspecify.annotations.NullMarked;
