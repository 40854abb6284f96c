package io.guildhall.platform.publish;

/** A record was not acknowledged; whether it arrived is not known. */
public class PublishFailed extends RuntimeException {

    PublishFailed(String message) {
        super(message);
    }

    PublishFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
