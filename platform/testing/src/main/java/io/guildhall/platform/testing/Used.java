package io.guildhall.platform.testing;

/** Says in the test report which servers the tests ran on. */
final class Used {

    private Used() {}

    static void print(String what, String which) {
        System.out.println("Tests run on " + what + ": " + which);
    }
}
