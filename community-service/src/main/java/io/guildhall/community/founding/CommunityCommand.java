package io.guildhall.community.founding;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything a caller may ask of a {@link Community}. */
public sealed interface CommunityCommand {

    record FoundCommunity(
            @TargetAggregateIdentifier String communityId,
            String founderId,
            String name,
            String description,
            String language)
            implements CommunityCommand {}
}
