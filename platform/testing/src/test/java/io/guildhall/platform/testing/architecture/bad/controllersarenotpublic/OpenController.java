package io.guildhall.platform.testing.architecture.bad.controllersarenotpublic;

import org.springframework.web.bind.annotation.RestController;

@RestController
public class OpenController {}
