package io.guildhall.tryout;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("jar_views")
record JarView(@Id String jarId, int coins, int thanks) {}
