package io.guildhall.platform.testing.architecture.bad.commandsandeventsarerecords;

interface CourseCommand {
    final class Draft implements CourseCommand {}
}
