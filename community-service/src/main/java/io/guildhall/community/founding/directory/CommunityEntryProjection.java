package io.guildhall.community.founding.directory;

import io.guildhall.community.founding.CommunityEvent;
import io.guildhall.community.founding.CommunityEvent.CommunityFounded;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.LogPosition;
import org.axonframework.eventhandling.EventHandler;

/** Keeps {@link CommunityEntry}; every fact may arrive again. */
@Projection(value = CommunityEntryProjection.NAME, keeps = CommunityEntry.class)
class CommunityEntryProjection {

    static final String NAME = "community-directory";

    private final ReadModel<CommunityEntry> entries;

    CommunityEntryProjection(ReadModels models) {
        entries = models.of(CommunityEntry.class);
    }

    @EventHandler
    void on(CommunityEvent event, Fact fact) {
        switch (event) {
            case CommunityFounded founded -> entries.save(founded.communityId(), of(founded, fact), fact);
        }
    }

    /** No two communities have the same, in whichever logs they lie; in each log, older ones come first. */
    private static long place(LogPosition founded) {
        return founded.number() * 10_000 + LogName.parse(founded.log()).number();
    }

    private static CommunityEntry of(CommunityFounded founded, Fact fact) {
        return new CommunityEntry(
                founded.communityId(),
                place(fact.position()),
                founded.founderId(),
                founded.name(),
                founded.description(),
                founded.language(),
                fact.validAt());
    }
}
