/** The edge of a service: strict JSON, size limits, paging and trace ids. */
@NullMarked
package io.guildhall.platform.web;

import org.jspecify.annotations.NullMarked;
