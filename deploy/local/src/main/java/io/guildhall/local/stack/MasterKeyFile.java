package io.guildhall.local.stack;

import java.util.Base64;
import java.util.List;

/** The form of the master key file: a line per key, 32 bytes in Base64, a number and a colon before all but key 1. */
final class MasterKeyFile {

    static final int BYTES = 32;

    private MasterKeyFile() {}

    static boolean isWhole(String text) {
        List<String> keys =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return !keys.isEmpty() && keys.stream().allMatch(MasterKeyFile::isKey);
    }

    private static boolean isKey(String line) {
        try {
            return Base64.getDecoder().decode(line.replaceFirst("^\\d+:", "")).length == BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
