package io.guildhall.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTest {

    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String OTHER = "YWJjZGVmZ2hpamFiY2RlZmdoaWphYmNkZWZnaGlqYWI=";

    @TempDir
    Path folder;

    @Test
    void readsASinglePlainLineAsKeyOne() throws IOException {
        assertThat(MasterKeys.of(file(KEY + "\n", "rw-------")).sealing()).isEqualTo(1);
    }

    @Test
    void sealsWithTheFirstLineAndHoldsAll() {
        MasterKeys keys = MasterKeys.parse("test", "# rotated\n\n2:" + OTHER + "\n" + KEY);

        assertThat(keys.sealing()).isEqualTo(2);
        assertThat(keys.holds(1)).isTrue();
        assertThat(keys.holds(3)).isFalse();
    }

    @Test
    void saysWhichFileIsMissing() {
        Path missing = folder.resolve("nowhere.key");

        assertThatThrownBy(() -> MasterKeys.of(missing))
                .isInstanceOf(MasterKeyUnusable.class)
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("does not exist");
    }

    @Test
    void refusesAFileThatOthersMayRead() throws IOException {
        Path open = file(KEY, "rw-r--r--");

        assertThatThrownBy(() -> MasterKeys.of(open))
                .isInstanceOf(MasterKeyUnusable.class)
                .hasMessageContaining("open to other users");
    }

    @Test
    void refusesWhatIsNotAKey() {
        refuses("", "holds no key");
        refuses("c2hvcnQ=", "5 bytes");
        refuses("not base64!", "not base64");
        refuses("256:" + KEY, "not 0 to 255");
        refuses(KEY + "\n1:" + OTHER, "twice");
    }

    @Test
    void derivesASecretPerPurpose() {
        MasterKeys keys = MasterKeys.parse("test", KEY);

        assertThat(keys.derived("gateway-client"))
                .hasSize(32)
                .isEqualTo(MasterKeys.parse("test", KEY).derived("gateway-client"))
                .isNotEqualTo(keys.derived("cookies"))
                .isNotEqualTo(MasterKeys.parse("test", OTHER).derived("gateway-client"));
    }

    private static void refuses(String lines, String reason) {
        assertThatThrownBy(() -> MasterKeys.parse("test", lines))
                .isInstanceOf(MasterKeyUnusable.class)
                .hasMessageContaining(reason);
    }

    private Path file(String content, String mode) throws IOException {
        Path file = Files.writeString(folder.resolve("master.key"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
