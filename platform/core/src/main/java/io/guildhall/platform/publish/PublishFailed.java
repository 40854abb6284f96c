package io.guildhall.platform.publish;

/** The broker did not answer; whether a record arrived is not known. */
public class PublishFailed extends RuntimeException {

    PublishFailed(String message) {
        super(message);
    }

    PublishFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
