package io.guildhall.platform.ops;

import io.guildhall.platform.follow.EditionDesk;
import io.guildhall.platform.follow.ReadModelEditions;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.Operator;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rebuilds read models beside the live ones, compares, switches and drops as an operator decides. */
@Operator
@RestController
@RequestMapping("/ops/rebuilds")
class RebuildController {

    record ReadModelList(List<ReadModelEditions> items) {}

    private final EditionDesk desk;

    RebuildController(EditionDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "The read models and their editions")
    ReadModelList readModels() {
        return new ReadModelList(desk.all());
    }

    @GetMapping("/{projection}")
    @Operation(summary = "The editions of one read model", description = "Asked for again, it tells the rate, too.")
    ReadModelEditions readModel(@PathVariable String projection) {
        return desk.of(projection);
    }

    /** An edition that was live before is dropped; one that was not refuses another. */
    @PostMapping("/{projection}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Rebuild a read model beside the live one")
    ReadModelEditions rebuild(@PathVariable String projection, Actor actor) {
        return desk.begin(projection, actor.id());
    }

    @PostMapping("/{projection}/pause")
    @Operation(summary = "Let the edition beside the live one stand still")
    ReadModelEditions pauseRebuild(@PathVariable String projection) {
        return desk.pause(projection);
    }

    @PostMapping("/{projection}/resume")
    @Operation(summary = "Let the edition beside the live one go on")
    ReadModelEditions resumeRebuild(@PathVariable String projection) {
        return desk.resume(projection);
    }

    @PostMapping("/{projection}/compare")
    @Operation(
            summary = "Compare both editions of a read model",
            description = "Takes time in proportion to the documents; where that is long, what was found is told"
                    + " later as compared. It tells ids and fields, no values.")
    ReadModelEditions compareEditions(@PathVariable String projection) {
        return desk.compare(projection);
    }

    /** Answers when every instance knows, a few seconds later. */
    @PostMapping("/{projection}/switch")
    @Operation(
            summary = "Make the edition beside the live one the live one",
            description = "The other is kept beside it, so that one can switch back. Where the edition that is meant is"
                    + " named, no other is switched to, however often that is asked.")
    ReadModelEditions switchEditions(
            @PathVariable String projection, @RequestParam(required = false) @Nullable Integer edition) {
        return desk.turn(projection, edition);
    }

    @PostMapping("/{projection}/drop")
    @Operation(
            summary = "Give the edition beside the live one up for good",
            description = "Where the edition that is meant is named, no other is given up.")
    ReadModelEditions dropEdition(
            @PathVariable String projection, @RequestParam(required = false) @Nullable Integer edition) {
        return desk.drop(projection, edition);
    }
}
