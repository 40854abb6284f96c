package io.guildhall.local.lessons;

/** One file of the folder as it goes into the draft: its title and its Markdown. */
public record Lesson(String file, String title, String markdown) {}
