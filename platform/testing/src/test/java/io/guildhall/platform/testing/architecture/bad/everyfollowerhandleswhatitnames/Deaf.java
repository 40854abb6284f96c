package io.guildhall.platform.testing.architecture.bad.everyfollowerhandleswhatitnames;

import io.guildhall.platform.follow.Projection;

@Projection(
        value = "deaf",
        keeps = {})
class Deaf {
    void on(String event) {
        System.out.println(event);
    }
}
