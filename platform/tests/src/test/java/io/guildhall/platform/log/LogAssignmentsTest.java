package io.guildhall.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import io.guildhall.platform.testing.Servers;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogAssignmentsTest {

    private final MongoCollection<Document> documents =
            Servers.database(LogAssignmentsTest.class).getCollection("log_assignments");
    private final LogAssignments first = new LogAssignments(documents, 0);
    private final LogAssignments second = new LogAssignments(documents, 1);

    @BeforeEach
    void empty() {
        documents.deleteMany(new Document());
    }

    @Test
    void aCommunityStaysWhereItWasFounded() {
        assertThat(first.of("com_1", 2)).isZero();
        assertThat(second.of("com_1", 2)).isZero();
        assertThat(second.of("com_2", 2)).isEqualTo(1);
        assertThat(first.of("com_2", 2)).isEqualTo(1);
    }

    @Test
    void nobodyIsFoundedWhileLogsAreNotWholeAndWhoWasComesBackWhereHeWas() {
        second.refuse("set back");

        assertThatThrownBy(() -> second.of("com_1", 2)).isInstanceOf(LogSetBack.class);
        second.keep("com_1", 0);
        assertThat(second.of("com_1", 2)).isZero();
        assertThatThrownBy(() -> second.keep("com_1", 1)).isInstanceOf(LogBroken.class);

        second.refuse(null);
        assertThat(second.of("com_2", 2)).isEqualTo(1);
    }

    @Test
    void noInstanceAnswersForALogThatItDoesNotOpen() {
        second.of("com_1", 2);

        assertThatThrownBy(() -> first.of("com_1", 1)).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> first.requireBelow(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("guildhall.log.count must be 2");
        assertThatCode(() -> first.requireBelow(2)).doesNotThrowAnyException();
    }
}
