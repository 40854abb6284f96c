/** What is owed, paid and given back. */
@NullMarked
package io.guildhall.billing;

import org.jspecify.annotations.NullMarked;
