package io.guildhall.course.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Who looks at courses.
 *
 * @param memberId {@code null} for somebody who has not signed in
 * @param owner whether this is an owner of the community
 */
public record Reader(@Nullable String memberId, boolean owner) {

    /** Authors and owners see a course before it is published, and all of it after. */
    public boolean worksOn(CourseOutline course) {
        return owner || course.authorId().equals(memberId);
    }

    boolean maySee(CourseOutline course) {
        return course.published() || worksOn(course);
    }
}
