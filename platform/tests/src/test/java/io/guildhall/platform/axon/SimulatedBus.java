package io.guildhall.platform.axon;

import io.guildhall.platform.log.CommitStore;
import io.guildhall.platform.log.Draft;
import io.guildhall.platform.log.LogPosition;
import io.guildhall.platform.log.Outcome;
import io.guildhall.platform.log.Outcome.Conflict;
import io.guildhall.platform.log.Outcome.Repeated;
import io.guildhall.platform.log.Outcome.Stored;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.modelling.command.ConcurrencyException;

/** Gives the simulation the real {@link Commands} over a bus that decides and appends as the storage engine does. */
public final class SimulatedBus implements CommandBus {

    private final BiFunction<Object, CommandContext, Draft> decide;
    private final Function<Draft, Outcome> append;

    private SimulatedBus(BiFunction<Object, CommandContext, Draft> decide, Function<Draft, Outcome> append) {
        this.decide = decide;
        this.append = append;
    }

    public static Commands commands(
            BiFunction<Object, CommandContext, Draft> decide,
            Function<Draft, Outcome> append,
            CommitStore store,
            String log,
            IntConsumer pause) {
        return new Commands(
                new SimulatedBus(decide, append),
                store::byCommandForSure,
                commit -> new LogPosition(log, commit.last()),
                pause);
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        dispatch(command, (_, _) -> {});
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        CommandResultMessage<R> answer;
        try {
            handle(command.getPayload());
            answer = GenericCommandResultMessage.asCommandResultMessage("done");
        } catch (RuntimeException failure) {
            answer = GenericCommandResultMessage.asCommandResultMessage(failure);
        }
        callback.onResult(command, answer);
    }

    private void handle(Object command) {
        Invocation invocation = Invocation.get();
        switch (append.apply(decide.apply(command, invocation.context))) {
            case Stored stored -> invocation.stored(stored.commit());
            case Repeated repeated -> throw new CommandRepeated(repeated.commit());
            case Conflict conflict ->
                throw new ConcurrencyException("Another command was first on " + conflict.streamId());
        }
    }

    @Override
    public Registration subscribe(String name, MessageHandler<? super CommandMessage<?>> handler) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Registration registerDispatchInterceptor(MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        throw new UnsupportedOperationException();
    }
}
