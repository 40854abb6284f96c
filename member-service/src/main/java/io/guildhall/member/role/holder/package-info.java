/** Read model: who holds which role. */
@NullMarked
package io.guildhall.member.role.holder;

import org.jspecify.annotations.NullMarked;
