package io.guildhall.gateway.session;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a browser goes after sign-in: a path of this site, whatever was asked for. */
record ReturnPath(String value) {

    private static final Logger LOG = LoggerFactory.getLogger(ReturnPath.class);
    private static final Pattern OF_THIS_SITE = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]{0,500}");

    static ReturnPath of(@Nullable String asked) {
        if (asked == null || asked.isEmpty()) {
            return new ReturnPath("/");
        }
        if (OF_THIS_SITE.matcher(asked).matches()) {
            return new ReturnPath(asked);
        }
        LOG.atWarn().addKeyValue("event.action", "redirect.blocked").log("Return path of another site refused");
        return new ReturnPath("/");
    }
}
