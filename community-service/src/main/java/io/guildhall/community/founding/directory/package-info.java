/** The list of all communities. */
@NullMarked
package io.guildhall.community.founding.directory;

import org.jspecify.annotations.NullMarked;
