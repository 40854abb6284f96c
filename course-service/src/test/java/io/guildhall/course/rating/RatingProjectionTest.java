package io.guildhall.course.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.course.rating.RatingEvent.RatingGiven;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.web.PageQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.mongodb.core.MongoTemplate;

@ExtendWith(NoFullScans.class)
class RatingProjectionTest {

    private final MongoTemplate mongo = Servers.mongo(RatingProjectionTest.class);
    private final Ratings ratings = new Ratings(mongo);

    @Test
    void showsTheSameWhenEveryEventArrivesTwice() {
        ArrivesTwice.check(mongo, RatingProjection::new, rated());

        assertThat(ratings.find("com_1", "crs_1", "mem_ada"))
                .contains(new Rating(
                        RatingId.of("com_1", "crs_1", "mem_ada"),
                        "com_1",
                        "crs_1",
                        "mem_ada",
                        4,
                        2,
                        null,
                        History.START.plusSeconds(3)));
        assertThat(ratings.find("com_2", "crs_1", "mem_ada")).isEmpty();
    }

    @Test
    void countsTheLastRatingOfEachMember() {
        ArrivesTwice.check(mongo, RatingProjection::new, rated());

        assertThat(ratings.of("crs_1")).isEqualTo(new Stars(3.67, 3));
        assertThat(ratings.of("crs_2")).isEqualTo(new Stars(1.0, 1));
        assertThat(ratings.of("crs_3")).isEqualTo(new Stars(null, 0));
    }

    @Test
    void listsTheNewestFirst() {
        ArrivesTwice.check(mongo, RatingProjection::new, rated());

        var first = ratings.page("crs_1", new PageQuery(2, null));
        var rest = ratings.page("crs_1", new PageQuery(2, first.page().next()));

        assertThat(first.items()).extracting(Rating::memberId).containsExactly("mem_cyd", "mem_ada");
        assertThat(rest.items()).extracting(Rating::comment).containsExactly("fine");
        assertThat(rest.page().hasMore()).isFalse();
    }

    private static History rated() {
        return new History()
                .own(
                        given("crs_1", "mem_ada", 5, "great"),
                        given("crs_1", "mem_bob", 4, "fine"),
                        given("crs_2", "mem_bob", 1, null),
                        given("crs_1", "mem_ada", 2, null),
                        given("crs_1", "mem_cyd", 5, null));
    }

    private static RatingGiven given(String courseId, String memberId, int stars, @Nullable String comment) {
        return new RatingGiven(RatingId.of("com_1", courseId, memberId), "com_1", courseId, memberId, stars, comment);
    }
}
