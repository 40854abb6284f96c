@NullMarked
package io.guildhall.platform.testing.architecture.bad.commandsandeventsarerecords;

import org.jspecify.annotations.NullMarked;
