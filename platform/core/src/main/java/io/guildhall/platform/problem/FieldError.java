package io.guildhall.platform.problem;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON pointer into the body ({@code /lessons/0/title}), or the name of a parameter or header behind a slash
 * @param code what clients match on, never translated
 * @param detail the same for people, in the language they asked for
 */
public record FieldError(String pointer, String code, String detail) {}
