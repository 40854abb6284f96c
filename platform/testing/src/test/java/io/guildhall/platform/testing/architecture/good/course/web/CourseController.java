package io.guildhall.platform.testing.architecture.good.course.web;

import io.guildhall.platform.security.Public;
import io.guildhall.platform.security.SignedIn;
import io.guildhall.platform.testing.architecture.good.course.outline.Outline;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@SignedIn
class CourseController {
    @GetMapping("/courses/{id}")
    Outline outline(@PathVariable("id") String id) {
        return new Outline(id);
    }

    @Public
    @GetMapping("/courses")
    String courses() {
        return "";
    }
}
