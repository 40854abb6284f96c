package io.guildhall.local.demo.story;

/** @param hall the number of the hall whose member the person is */
public record Person(int number, String name, int hall, String language) {}
