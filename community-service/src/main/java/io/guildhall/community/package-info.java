/** What is said: communities, their channels, and the talk in them. */
@NullMarked
package io.guildhall.community;

import org.jspecify.annotations.NullMarked;
