package io.guildhall.load.bench;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("tally_views")
record TallyView(@Id String tallyId, long total) {}
