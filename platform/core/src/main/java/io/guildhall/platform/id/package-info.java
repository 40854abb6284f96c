/** Ids that say what they name and sort by time, and ids derived from what they stand for. */
@NullMarked
package io.guildhall.platform.id;

import org.jspecify.annotations.NullMarked;
