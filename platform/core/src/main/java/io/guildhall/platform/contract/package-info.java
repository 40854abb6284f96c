/**
 * Shows what the service promises: its endpoints in an OpenAPI document, its events in an AsyncAPI document with a JSON
 * Schema and an example each.
 */
@NullMarked
package io.guildhall.platform.contract;

import org.jspecify.annotations.NullMarked;
