package io.guildhall.platform.testing.architecture.bad.everyendpointsayswhomaycallit;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SilentController {
    @GetMapping("/silent")
    String answer() {
        return "";
    }
}
