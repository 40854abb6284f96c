package io.guildhall.restore;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** How often a bell was rung, in the tower. */
@Document("strokes")
record Strokes(@Id String bellId, int strokes) {}
