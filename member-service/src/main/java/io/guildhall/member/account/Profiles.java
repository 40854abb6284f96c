package io.guildhall.member.account;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.platform.follow.ReadModel;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Finds profiles; they follow the facts after a moment. */
@Component
public class Profiles {

    private final MongoOperations mongo;

    Profiles(MongoOperations mongo) {
        this.mongo = mongo;
    }

    public Optional<Profile> find(String memberId) {
        return Optional.ofNullable(mongo.findOne(ReadModel.byId(memberId), Profile.class));
    }

    /** The one member whose mail address this is. */
    public Optional<Profile> verifiedOf(String mailAddressId) {
        return mongo.find(query(where("mailAddressId").is(mailAddressId)), Profile.class).stream()
                .filter(Profile::verified)
                .findAny();
    }

    public boolean isVerified(String memberId) {
        return find(memberId).filter(Profile::verified).isPresent();
    }

    /** Those of them whose name, from some word on, begins so; case and width do not matter. */
    public Set<String> named(Collection<String> memberIds, String beginning) {
        return mongo.find(ReadModel.byId(memberIds.toArray()), Profile.class).stream()
                .filter(profile -> NameWords.begin(profile.name(), beginning))
                .map(Profile::memberId)
                .collect(Collectors.toSet());
    }

    public List<Profile> verified(Collection<String> memberIds) {
        return mongo.find(ReadModel.byId(memberIds.toArray()), Profile.class).stream()
                .filter(Profile::verified)
                .toList();
    }
}
