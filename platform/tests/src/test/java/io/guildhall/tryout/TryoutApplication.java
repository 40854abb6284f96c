package io.guildhall.tryout;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class TryoutApplication {}
