package io.guildhall.analytics.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.analytics.metric.Prelude;
import io.guildhall.analytics.metric.Texts;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryViewsTest {

    private final QueryViews views = new QueryViews();

    @Test
    void describesEveryViewAsTheEngineDoes() {
        assertThat(views.all()).extracting(QueryViews.View::name).containsExactlyElementsOf(Prelude.views());
        assertThat(views.all().getFirst().columns())
                .contains(
                        new QueryResult.Column("valid_at", "TIMESTAMP WITH TIME ZONE"),
                        new QueryResult.Column("payload", "VARCHAR"));
    }

    @Test
    void allOfItIsToldInEveryLanguageAndNothingElse() {
        var texts = new Texts("views");
        Set<String> used = new HashSet<>();
        for (QueryViews.View view : views.all()) {
            used.add(view.name());
            for (QueryResult.Column column : view.columns()) {
                String own = view.name() + "." + column.name();
                used.add(texts.keys().contains(own) ? own : "*." + column.name());
            }
        }
        assertThat(texts.keys()).containsExactlyInAnyOrderElementsOf(used);
        used.forEach(key -> assertThat(texts.of(key)).hasSize(2).doesNotContainValue(""));
    }
}
