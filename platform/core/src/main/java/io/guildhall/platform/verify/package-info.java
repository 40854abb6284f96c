/** Proves that nothing was lost: log, topic and read models are compared event by event and document by document. */
@NullMarked
package io.guildhall.platform.verify;

import org.jspecify.annotations.NullMarked;
