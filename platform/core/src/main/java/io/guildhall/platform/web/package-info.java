/** The edge of a service: strict JSON, size limits, paging, trace ids and its OpenAPI document. */
@NullMarked
package io.guildhall.platform.web;

import org.jspecify.annotations.NullMarked;
