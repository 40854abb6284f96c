package io.guildhall.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A page of the documentation as a program: its blocks marked {@code sh}, from top to bottom, in one shell. Each request must
 * succeed, but in a line that ends with {@code # answers 404} and the like.
 */
record Guide(Path file) {

    private static final String BEGIN = "```sh";
    private static final String END = "```";
    private static final String REFUSED = ".*# answers (\\d{3})$";

    /** What stands for curl: it remembers each status that was not expected, unless it is told to fail by itself. */
    private static final String WATCHED_CURL = """
        set -euo pipefail
        EXPECTED=2
        touch asked wrong
        curl() {
          local result=0 status
          command curl -w '%{stderr}%{http_code}' "$@" 2> status || result=$?
          status=$(cat status)
          echo "$status" >> asked
          [[ " $1 " == *" -sf "* || $status == "$EXPECTED"* ]] || echo "$status, not $EXPECTED: $*" >> wrong
          return $result
        }
        """;

    /** @param origin stands in place of the address that the guide names */
    String script(String origin) throws IOException {
        StringBuilder script = new StringBuilder(WATCHED_CURL);
        boolean inBlock = false;
        for (String line : lines()) {
            if (line.equals(END)) {
                inBlock = false;
            } else if (inBlock) {
                script.append(watched(line.replace("http://127.0.0.1:8080", origin)))
                        .append('\n');
            }
            inBlock |= line.equals(BEGIN);
        }
        return script.toString();
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file);
    }

    private static String watched(String line) {
        return line.matches(REFUSED)
                ? "EXPECTED=" + line.replaceFirst(REFUSED, "$1") + "\n" + line + "\nEXPECTED=2"
                : line;
    }
}
