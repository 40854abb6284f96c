package io.guildhall.editions;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("loaves")
record Loaf(@Id String loafId, int slices) {}
