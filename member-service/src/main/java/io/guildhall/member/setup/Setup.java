package io.guildhall.member.setup;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.platform.axon.Snapshotted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Decides that an installation is set up once. */
@Aggregate
@Snapshotted(name = "member.setup", revision = 1)
class Setup {

    @AggregateIdentifier
    private @Nullable String setupId;

    Setup() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SetUpInstallation command) {
        if (setupId != null) {
            throw new AlreadySetUp();
        }
        apply(new InstallationSetUp(
                command.memberId(),
                command.mailAddressId(),
                command.credentialId(),
                command.mail(),
                command.name(),
                command.keyId(),
                command.keyHash(),
                command.keyExpiresAt()));
    }

    @EventSourcingHandler
    void on(InstallationSetUp event) {
        setupId = SetUpInstallation.ID;
    }
}
