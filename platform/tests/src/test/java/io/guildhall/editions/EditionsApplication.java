package io.guildhall.editions;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class EditionsApplication {}
