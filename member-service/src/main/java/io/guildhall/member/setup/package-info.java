/**
 * An installation is set up once: whoever holds the set-up token becomes the first operator.
 *
 * <p>In: {@link io.guildhall.member.setup.SetUpInstallation}. Out: {@link io.guildhall.member.setup.InstallationSetUp}.
 */
@NullMarked
package io.guildhall.member.setup;

import org.jspecify.annotations.NullMarked;
