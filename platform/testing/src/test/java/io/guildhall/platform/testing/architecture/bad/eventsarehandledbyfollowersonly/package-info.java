@NullMarked
package io.guildhall.platform.testing.architecture.bad.eventsarehandledbyfollowersonly;

import org.jspecify.annotations.NullMarked;
