/** Makes a log that was lost or set back whole again from its topic. */
@NullMarked
package io.guildhall.platform.restore;

import org.jspecify.annotations.NullMarked;
