package io.guildhall.edge;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class EdgeApplication {}
