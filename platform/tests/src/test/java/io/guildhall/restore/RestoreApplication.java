package io.guildhall.restore;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Both services: as the tower it rings, as the village it hears the tower. */
@SpringBootApplication
class RestoreApplication {}
