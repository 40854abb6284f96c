/** Who is calling: nobody, a browser's session, an access token or a personal access token. */
@NullMarked
package io.guildhall.gateway.caller;

import org.jspecify.annotations.NullMarked;
