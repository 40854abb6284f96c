/** The publisher: from the log to the service's topic, in order, at least once. */
@NullMarked
package io.guildhall.platform.publish;

import org.jspecify.annotations.NullMarked;
