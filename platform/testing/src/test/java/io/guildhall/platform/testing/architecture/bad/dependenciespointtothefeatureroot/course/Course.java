package io.guildhall.platform.testing.architecture.bad.dependenciespointtothefeatureroot.course;

import io.guildhall.platform.testing.architecture.bad.dependenciespointtothefeatureroot.course.progress.Progress;

record Course(String id) {
    String shown() {
        return new Progress(id).toString();
    }
}
