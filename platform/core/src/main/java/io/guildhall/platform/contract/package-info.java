/** Shows the service's events as a contract: an AsyncAPI document, a JSON Schema and an example per event. */
@NullMarked
package io.guildhall.platform.contract;

import org.jspecify.annotations.NullMarked;
