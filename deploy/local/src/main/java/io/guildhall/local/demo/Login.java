package io.guildhall.local.demo;

import java.security.SecureRandom;

/** How one person of the demo signs in. */
public record Login(String mail, String name, String password) {

    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    static Login of(String role, String name, SecureRandom random) {
        return new Login(role + "@guildhall.example", name, password(random));
    }

    /** Four groups of five signs that are not mistaken for each other: about 99 bits. */
    public static String password(SecureRandom random) {
        StringBuilder password = new StringBuilder();
        for (int at = 0; at < 20; at++) {
            password.append(at > 0 && at % 5 == 0 ? "-" : "").append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return password.toString();
    }
}
