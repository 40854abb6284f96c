package io.guildhall.edge;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("tallies")
record TallyView(@Id String tallyId, int total) {}
