package io.guildhall.restore;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** How often a bell was heard, in the village. */
@Document("echoes")
record Echo(@Id String bellId, int strokes) {}
