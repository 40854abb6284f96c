package io.guildhall.analytics.savedquery;

import io.guildhall.analytics.savedquery.SavedQueryCommand.ChangeQuery;
import io.guildhall.analytics.savedquery.SavedQueryCommand.RemoveQuery;
import io.guildhall.analytics.savedquery.SavedQueryCommand.SaveQuery;
import io.guildhall.analytics.savedquery.SavedQueryEvent.QueryChanged;
import io.guildhall.analytics.savedquery.SavedQueryEvent.QueryRemoved;
import io.guildhall.analytics.savedquery.SavedQueryEvent.QuerySaved;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.testing.AggregateFixtures;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class SavedQueryTest {

    private static final String QUERY = "SELECT name, count(*) AS n FROM events GROUP BY name";
    private static final Chart BARS = new Chart(Chart.Kind.BAR, "name", List.of("n"));
    private static final QuerySaved SAVED = new QuerySaved("qry_1", "com_1", "What happens", QUERY, BARS);
    private static final QueryChanged RENAMED = new QueryChanged("qry_1", "com_1", 2, "Events", QUERY, null);
    private static final QueryRemoved REMOVED = new QueryRemoved("qry_1", "com_1");

    private final FixtureConfiguration<SavedQuery> queries = AggregateFixtures.of(SavedQuery.class);

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(SavedQuery.class, SAVED, RENAMED, REMOVED);
    }

    @Test
    void keepsAQueryWithItsChart() {
        queries.givenNoPriorActivity()
                .when(new SaveQuery("qry_1", "com_1", "What happens", QUERY, BARS))
                .expectEvents(SAVED);
    }

    @Test
    void isChangedAsTheNextVersion() {
        queries.given(SAVED).when(change("com_1", 1)).expectEvents(RENAMED);
    }

    @Test
    void isNotChangedByWhoSawAnOlderVersion() {
        queries.given(SAVED, RENAMED)
                .when(change("com_1", 1))
                .expectException(SavedQueryChanged.class)
                .expectNoEvents();
    }

    @Test
    void isNotChangedBehindItsEnd() {
        queries.given(SAVED, REMOVED).when(change("com_1", 1)).expectException(NotFound.class);
    }

    @Test
    void isNotThereForAnotherCommunity() {
        queries.given(SAVED).when(change("com_2", 1)).expectException(NotFound.class);
    }

    @Test
    void isRemovedByWhoSawTheNewestVersion() {
        queries.given(SAVED, RENAMED).when(new RemoveQuery("qry_1", "com_1", 2)).expectEvents(REMOVED);
    }

    @Test
    void isNotRemovedByWhoSawAnOlderVersion() {
        queries.given(SAVED, RENAMED)
                .when(new RemoveQuery("qry_1", "com_1", 1))
                .expectException(SavedQueryChanged.class)
                .expectNoEvents();
    }

    @Test
    void isRemovedOnce() {
        queries.given(SAVED, REMOVED).when(new RemoveQuery("qry_1", "com_1", 1)).expectNoEvents();
    }

    private static ChangeQuery change(String communityId, int version) {
        return new ChangeQuery("qry_1", communityId, version, "Events", QUERY, null);
    }
}
