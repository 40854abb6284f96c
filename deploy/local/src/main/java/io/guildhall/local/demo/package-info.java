/** Fills a new data folder with a small community, by the same commands over HTTP that a person would send. */
@NullMarked
package io.guildhall.local.demo;

import org.jspecify.annotations.NullMarked;
