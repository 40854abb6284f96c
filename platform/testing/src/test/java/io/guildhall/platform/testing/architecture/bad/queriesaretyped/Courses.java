package io.guildhall.platform.testing.architecture.bad.queriesaretyped;

import org.springframework.data.mongodb.repository.Query;

interface Courses {
    @Query("{ title: ?0 }")
    String byTitle(String title);
}
