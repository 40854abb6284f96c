package io.guildhall.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Heard;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

@ExtendWith(NoFullScans.class)
class ArrivesTwiceTest {

    private static final History TWO_ORDERS = new History()
            .own(new OrderPlaced("ord_1"), new OrderPlaced("ord_1"))
            .heard("pay_1", new OrderPaid("ord_1"));

    private static final History CANCELED =
            new History().own(new OrderPlaced("ord_1"), new OrderCanceled("ord_1"), new OrderPlaced("ord_2"));

    private final MongoTemplate mongo = Servers.mongo(ArrivesTwiceTest.class);

    @EventName("sample.order.placed")
    record OrderPlaced(String orderId) {}

    @EventName("sample.order.canceled")
    record OrderCanceled(String orderId) {}

    @Heard("billing.order.paid")
    record OrderPaid(String orderId) {}

    @Document("order_counts")
    record OrderCount(String id, long count) {}

    static final class Repeatable {
        private final ReadModel<OrderCount> counts;

        Repeatable(ReadModels models) {
            counts = models.of(OrderCount.class);
        }

        @EventHandler
        void on(OrderPlaced event, Fact fact) {
            counts.upsert(event.orderId(), new Update().addToSet("orders", fact.eventId()), fact);
        }

        @EventHandler
        void on(OrderPaid event, Fact fact) {
            counts.update(event.orderId(), new Update().set("paid", true), fact);
        }
    }

    final class Counting {
        @EventHandler
        void on(OrderPlaced event) {
            mongo.upsert(
                    Query.query(Criteria.where("_id").is(event.orderId())),
                    new Update().inc("count", 1),
                    OrderCount.class);
        }

        @EventHandler
        void on(OrderPaid event) {
            assertThat(event.orderId()).isNotEmpty();
        }
    }

    static final class Removing {
        private final ReadModel<OrderCount> counts;

        Removing(ReadModels models) {
            counts = models.of(OrderCount.class);
        }

        @EventHandler
        void on(OrderPlaced event, Fact fact) {
            counts.save(event.orderId(), new OrderCount(event.orderId(), 1), fact);
        }

        @EventHandler
        void on(OrderCanceled event, Fact fact) {
            counts.remove(event.orderId(), fact);
        }
    }

    final class Forgetting {
        @EventHandler
        void on(OrderPlaced event) {
            mongo.save(new OrderCount(event.orderId(), 1));
        }

        @EventHandler
        void on(OrderCanceled event) {
            mongo.remove(Query.query(Criteria.where("_id").is(event.orderId())), OrderCount.class);
        }
    }

    static final class Silent {
        @EventHandler
        void on(OrderPlaced event) {
            assertThat(event.orderId()).isNotEmpty();
        }

        @EventHandler
        void on(OrderPaid event) {
            assertThat(event.orderId()).isNotEmpty();
        }
    }

    @BeforeEach
    void empty() {
        mongo.remove(new Query(), OrderCount.class);
    }

    @Test
    void isContentWithARepeatableProjection() {
        assertThatCode(() -> ArrivesTwice.check(mongo, Repeatable::new, TWO_ORDERS))
                .doesNotThrowAnyException();
        assertThat(mongo.getCollection("order_counts").find().first()).containsEntry("paid", true);
    }

    @Test
    void refusesAProjectionThatCounts() {
        assertThatThrownBy(() -> ArrivesTwice.check(mongo, _ -> new Counting(), TWO_ORDERS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("each event arrives twice");
    }

    @Test
    void isContentWithAProjectionThatRemembersWhatItRemoved() {
        ArrivesTwice.check(mongo, Removing::new, CANCELED);

        assertThat(mongo.findOne(ReadModel.byId("ord_1"), OrderCount.class)).isNull();
        assertThat(mongo.find(ReadModel.byId("ord_1", "ord_2"), OrderCount.class))
                .hasSize(1);
    }

    @Test
    void refusesAProjectionThatForgetsWhatItRemoved() {
        assertThatThrownBy(() -> ArrivesTwice.check(mongo, _ -> new Forgetting(), CANCELED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("late");
    }

    @Test
    void refusesAHistoryThatLeavesNothing() {
        assertThatThrownBy(() -> ArrivesTwice.check(mongo, _ -> new Silent(), TWO_ORDERS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("documents after the history");
    }

    @Test
    void refusesAnEventThatNobodyHandles() {
        assertThatThrownBy(() -> ArrivesTwice.tell(new Object(), TWO_ORDERS)).isInstanceOf(AssertionError.class);
    }
}
