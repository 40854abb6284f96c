package io.guildhall.member.mail;

/** A mail as it is sent. */
record Letter(String to, String subject, String text, String link) {

    @Override
    public String toString() {
        return "Letter[]";
    }
}
