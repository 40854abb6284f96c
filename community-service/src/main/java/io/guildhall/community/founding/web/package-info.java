/** Communities over HTTP. */
@NullMarked
package io.guildhall.community.founding.web;

import org.jspecify.annotations.NullMarked;
