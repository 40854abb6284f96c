package io.guildhall.elsewhere;

public record Secret(String value) {}
