package io.guildhall.local.cli;

import java.util.ArrayList;

/** What a shell completes where a service is wanted. */
final class ServiceNames extends ArrayList<String> {

    private static final long serialVersionUID = 1L;

    ServiceNames() {
        super(Letters.services(null));
    }
}
