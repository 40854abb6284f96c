package io.guildhall.platform.idempotency;

import io.guildhall.platform.axon.CurrentCommand;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.util.OnCommittedResponseWrapper;

/** A response that tells, before it leaves, the position of what the request's commands stored. */
final class PositionedResponse extends OnCommittedResponseWrapper {

    static final String POSITION = "Guildhall-Position";

    PositionedResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    protected void onResponseCommitted() {
        complete();
    }

    void complete() {
        if (!isCommitted()) {
            CurrentCommand.lastPosition().ifPresent(position -> setHeader(POSITION, position.toString()));
        }
    }
}
