package io.guildhall.billing.anyorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.follow.ShuffledPolicies;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.testing.Draw;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Seeds;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.testing.TestIssuer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * No policy relies on an order between the streams of this service: however they mix, and whatever is heard twice, the same
 * is paid, invoiced, given back, held and posted in the end.
 */
@SpringBootTest(properties = "guildhall.autostart=false")
@Import({TestIssuer.Trusted.class, HandProvider.class})
@ExtendWith(NoFullScans.class)
class AnyOrderTest {

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        Servers.register(registry, AnyOrderTest.class);
    }

    @Autowired
    ApplicationContext service;

    @Test
    void theBooksAreTheSameInWhateverOrderTheLogIsHeard() {
        Seeds.check(4, draw -> {
            List<Customer> customers = Customer.draw(draw);
            Books inOrder = trade(customers, this::tellInOrder);
            inOrder.requireSound();
            for (int i = 0; i < 3; i++) {
                Books drawn = trade(customers, (stories, policies) -> tellDrawn(stories, policies, draw));
                drawn.requireSound();
                assertThat(drawn.summary()).as(customers.toString()).isEqualTo(inOrder.summary());
            }
        });
    }

    private Books trade(List<Customer> customers, BiConsumer<List<Story>, ShuffledPolicies> telling) {
        var deeds = new Deeds(service);
        Map<String, Customer> members = new LinkedHashMap<>();
        customers.forEach(customer -> members.put(Ids.next("mem"), customer));
        List<Story> stories = new ArrayList<>();
        members.forEach((memberId, customer) -> stories.addAll(customer.stories(deeds, memberId)));
        telling.accept(stories, new ShuffledPolicies(service));
        return new Books(service, deeds, List.copyOf(members.keySet()));
    }

    /** Whatever is done has had all its effects before the next is. */
    private void tellInOrder(List<Story> stories, ShuffledPolicies policies) {
        for (List<Story> left = left(stories); !left.isEmpty(); left = left(stories)) {
            long done = left.stream().filter(Story::goOn).count();
            boolean heard = policies.inOrder();
            assertThat(done > 0 || heard).as("%s can go on", left).isTrue();
            while (policies.inOrder()) {}
        }
    }

    /** Whoever does something does it sometime, soon or late; at once where the policies wait for it. */
    private void tellDrawn(List<Story> stories, ShuffledPolicies policies, Draw draw) {
        int haste = draw.number(5, 70);
        boolean heard = true;
        for (List<Story> left = left(stories); heard || !left.isEmpty(); left = left(stories)) {
            boolean heardBefore = heard;
            boolean done = heard
                    ? !left.isEmpty() && draw.percent(haste) && draw.oneOf(left).goOn()
                    : draw.shuffled(left).stream().anyMatch(Story::goOn);
            heard = policies.drawn(draw);
            assertThat(done || heard || heardBefore).as("%s can go on", left).isTrue();
        }
    }

    private static List<Story> left(List<Story> stories) {
        return stories.stream().filter(Predicate.not(Story::over)).toList();
    }
}
