package io.guildhall.load.bench;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A service of one small aggregate, so that what is measured is the platform. */
@SpringBootApplication
class BenchApplication {}
