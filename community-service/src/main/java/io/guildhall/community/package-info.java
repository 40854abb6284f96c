/** What is said; for now, the communities in which it will be. */
@NullMarked
package io.guildhall.community;

import org.jspecify.annotations.NullMarked;
