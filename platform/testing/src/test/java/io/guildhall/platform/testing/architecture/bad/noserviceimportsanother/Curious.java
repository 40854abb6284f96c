package io.guildhall.platform.testing.architecture.bad.noserviceimportsanother;

import io.guildhall.elsewhere.Secret;

record Curious(Secret of) {}
