package io.guildhall.platform.testing.architecture.bad.everyendpointsayswhomaycallit;

import io.guildhall.platform.security.Public;
import io.guildhall.platform.security.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TwofoldController {
    @Public
    @SignedIn
    @GetMapping("/twofold")
    String answer() {
        return "";
    }
}
