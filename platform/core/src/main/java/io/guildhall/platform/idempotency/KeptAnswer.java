package io.guildhall.platform.idempotency;

import java.util.Map;

/** The first answer to a request with a key, as every repetition gets it. */
record KeptAnswer(int status, Map<String, String> headers, byte[] body) {}
