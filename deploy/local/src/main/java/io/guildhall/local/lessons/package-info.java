/** Reads a folder of Markdown and text files as the lessons of a course, before anything of it is sent. */
@NullMarked
package io.guildhall.local.lessons;

import org.jspecify.annotations.NullMarked;
