/** Personal fields are sealed by a key of their person, and destroying the key erases them everywhere. */
@NullMarked
package io.guildhall.platform.privacy;

import org.jspecify.annotations.NullMarked;
