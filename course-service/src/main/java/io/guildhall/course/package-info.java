/** What is taught and who has learned it. */
@NullMarked
package io.guildhall.course;

import org.jspecify.annotations.NullMarked;
