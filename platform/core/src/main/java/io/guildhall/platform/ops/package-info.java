/** What operators may ask of every service: status, time, verification, dead letters, due dates, streams, rebuilds. */
@NullMarked
package io.guildhall.platform.ops;

import org.jspecify.annotations.NullMarked;
