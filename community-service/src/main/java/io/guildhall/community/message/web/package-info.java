/** What is said in channels over HTTP. */
@NullMarked
package io.guildhall.community.message.web;

import org.jspecify.annotations.NullMarked;
