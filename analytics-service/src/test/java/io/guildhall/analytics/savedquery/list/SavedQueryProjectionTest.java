package io.guildhall.analytics.savedquery.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.analytics.savedquery.Chart;
import io.guildhall.analytics.savedquery.SavedQueryEvent.QueryChanged;
import io.guildhall.analytics.savedquery.SavedQueryEvent.QueryRemoved;
import io.guildhall.analytics.savedquery.SavedQueryEvent.QuerySaved;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.mongodb.core.MongoTemplate;

@ExtendWith(NoFullScans.class)
class SavedQueryProjectionTest {

    private static final Chart BARS = new Chart(Chart.Kind.BAR, "name", List.of("n"));

    private final MongoTemplate mongo = Servers.mongo(SavedQueryProjectionTest.class);
    private final SavedQueries queries = new SavedQueries(mongo);

    @BeforeEach
    void twoAreKeptAndOneIsRemoved() {
        ArrivesTwice.check(
                mongo,
                SavedQueryProjection::new,
                new History()
                        .by("mem_ada")
                        .own(
                                new QuerySaved("qry_1", "com_1", "One", "SELECT 1", BARS),
                                new QuerySaved("qry_2", "com_1", "Two", "SELECT 2", null),
                                new QuerySaved("qry_3", "com_1", "Three", "SELECT 3", null),
                                new QuerySaved("qry_4", "com_2", "Theirs", "SELECT 4", null))
                        .by("mem_bob")
                        .own(
                                new QueryChanged("qry_1", "com_1", 2, "One, counted", "SELECT 10", null),
                                new QueryRemoved("qry_2", "com_1")));
    }

    @Test
    void showsWhatWasSavedLastAndByWhom() {
        SavedQueryEntry changed = queries.find("com_1", "qry_1").orElseThrow();
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.name()).isEqualTo("One, counted");
        assertThat(changed.chart()).isNull();
        assertThat(changed.savedBy()).isEqualTo("mem_bob");
        assertThat(queries.find("com_1", "qry_2")).isEmpty();
        assertThat(queries.find("com_1", "qry_4")).isEmpty();
    }

    @Test
    void listsThemPageByPage() {
        Page<SavedQueryEntry> first = queries.page("com_1", new PageQuery(1, null));
        assertThat(first.items()).extracting(SavedQueryEntry::queryId).containsExactly("qry_1");
        Page<SavedQueryEntry> rest =
                queries.page("com_1", new PageQuery(1, first.page().next()));
        assertThat(rest.items()).extracting(SavedQueryEntry::queryId).containsExactly("qry_3");
        assertThat(rest.page().hasMore()).isFalse();
    }
}
