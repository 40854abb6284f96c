package io.guildhall.poison;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class PoisonApplication {}
