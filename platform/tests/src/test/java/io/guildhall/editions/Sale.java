package io.guildhall.editions;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("sales")
record Sale(@Id String tillId, int total) {}
