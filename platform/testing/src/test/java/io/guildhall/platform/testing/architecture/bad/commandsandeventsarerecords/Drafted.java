package io.guildhall.platform.testing.architecture.bad.commandsandeventsarerecords;

import io.guildhall.platform.event.EventName;

@EventName("course.course.drafted")
final class Drafted {}
