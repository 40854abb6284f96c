package io.guildhall.community.message;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** How far one member has read in one channel. */
@Document("read_mark")
record ReadMark(@Id String id, long sequence) {}
