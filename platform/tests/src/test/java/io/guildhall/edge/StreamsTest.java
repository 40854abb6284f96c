package io.guildhall.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.edge.TallyCommand.Count;
import io.guildhall.edge.TallyCommand.Label;
import io.guildhall.edge.TallyCommand.OpenTally;
import io.guildhall.edge.TallyEvent.Counted;
import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.axon.Streams;
import io.guildhall.platform.id.Ids;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator is shown of a stream: its events, and what they made of its aggregate. */
class StreamsTest extends EdgeTest {

    @Autowired
    Commands commands;

    @Autowired
    Streams streams;

    private final String tally = Ids.next("tal");

    @BeforeEach
    void someoneOperates() {
        makeOperator();
        send(new OpenTally(tally));
    }

    @Test
    void tellsWhatEachEventMadeOfTheAggregate() {
        send(new Count(tally, 2));
        send(new Count(tally, 3));

        JsonNode all = json(ask("/" + tally + "/states"));
        assertThat(all.path("before").isNull()).isTrue();
        assertThat(totals(all)).containsExactly(0, 2, 5);

        JsonNode one = json(ask("/" + tally + "/states?from=2&limit=1"));
        assertThat(one.at("/before/total").asInt()).isEqualTo(2);
        assertThat(totals(one)).containsExactly(5);
        assertThat(one.at("/steps/0/sequence").asInt()).isEqualTo(2);
        assertThat(totals(json(ask("/" + tally + "/states?from=3")))).isEmpty();
    }

    @Test
    void showsNothingPersonalInEventsAndStates() {
        send(new Label(tally, "on the door", "Ada Lovelace"));

        assertThat(ask("/" + tally).body()).doesNotContain("Ada").contains("‹personal›");
        JsonNode state =
                json(ask("/" + tally + "/states")).path("steps").path(1).path("state");
        assertThat(state.path("text").asString()).isEqualTo("on the door");
        assertThat(state.path("owner").asString()).isEqualTo("‹personal›");
    }

    @Test
    void answersFewerStatesWhereTheyAreLarge() {
        IntStream.range(0, 7).forEach(i -> send(new Label(tally, i + "x".repeat(450_000), "Ada")));

        int first = totals(json(ask("/" + tally + "/states"))).size();
        assertThat(first).isBetween(2, 7);
        JsonNode rest = json(ask("/" + tally + "/states?from=" + first));
        assertThat(rest.at("/before/text").asString()).startsWith((first - 2) + "x");
        assertThat(totals(rest)).hasSize(8 - first);
    }

    @Test
    void beginsAPageInsideACommit() {
        String notes = Ids.next("not");
        var events = List.of(new Counted(notes, 1), new Counted(notes, 2), new Counted(notes, 3));
        streams.append(CommandContext.of(notes, "mem_1"), "Notes", notes, events);
        long first =
                json(ask("/" + notes + "?limit=1")).at("/events/0/position").asLong();

        JsonNode page = json(ask("/" + notes + "?from=1&limit=1"));
        assertThat(page.path("log").asString()).isEqualTo("edge.0");
        assertThat(page.path("events")).hasSize(1);
        assertThat(page.at("/events/0/payload/total").asInt()).isEqualTo(2);
        assertThat(page.at("/events/0/position").asLong()).isEqualTo(first + 1);
        assertThat(page.path("next").asLong()).isEqualTo(2);
        assertThat(page.path("last").asLong()).isEqualTo(2);
        JsonNode rest = json(ask("/" + notes + "?from=2"));
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(json(ask("/" + notes + "?from=3")).path("events")).isEmpty();
    }

    @Test
    void knowsWhichStreamsAreAggregates() {
        String notes = Ids.next("not");
        streams.append(CommandContext.of(notes, "mem_1"), "Notes", notes, List.of(new Counted(notes, 1)));

        JsonNode found = json(ask("?id=" + tally)).path("items");
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/type").asString()).isEqualTo("Tally");
        assertThat(found.at("/0/community").asString()).isEqualTo("com_1");
        assertThat(found.at("/0/aggregate").asBoolean()).isTrue();
        assertThat(json(ask("?id=" + notes)).at("/items/0/aggregate").asBoolean(true))
                .isFalse();
        assertThat(ask("/" + notes + "/states").statusCode()).isEqualTo(404);
        assertThat(json(ask("?id=tal_none")).path("items")).isEmpty();
        assertThat(ask("/tal_none").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "?from=-1, from",
        "?limit=0, limit",
        "?limit=101, limit",
        "/states?from=-1, from",
        "/states?from=10000, from",
        "/states?limit=101, limit"
    })
    void namesTheParameterThatIsWrong(String asked, String parameter) {
        HttpResponse<String> refused = ask("/" + tally + asked);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("validation-failed").contains("\"/" + parameter + "\"");
    }

    @Test
    void isForOperators() {
        for (String path : List.of("?id=" + tally, "/" + tally, "/" + tally + "/states")) {
            assertThat(edge.get("/ops/streams" + path).statusCode()).as(path).isEqualTo(403);
        }
    }

    private void send(TallyCommand command) {
        commands.sendAs(CommandContext.of(Ids.next("cmd"), "mem_1"), command);
    }

    private HttpResponse<String> ask(String path) {
        return edge.send("GET", "/ops/streams" + path, "mem_op", BodyPublishers.noBody());
    }

    private static List<Integer> totals(JsonNode states) {
        return states.path("steps")
                .valueStream()
                .map(step -> step.at("/state/total").asInt())
                .toList();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
