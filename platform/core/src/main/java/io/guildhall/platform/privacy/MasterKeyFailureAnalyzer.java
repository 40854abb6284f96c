package io.guildhall.platform.privacy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two lines why a service does not start without its master key. */
class MasterKeyFailureAnalyzer extends AbstractFailureAnalyzer<MasterKeyUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MasterKeyUnusable cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set guildhall.master-key-file (GUILDHALL_MASTER_KEY_FILE) to a file of mode 0600 that holds 32 bytes"
                        + " in base64, for example: (umask 077; openssl rand -base64 32 > master.key)",
                cause);
    }
}
