import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Formats every Java file below a folder ({@code write}) or fails when one is not formatted ({@code check}). */
class Format {

    private static final Set<String> SKIPPED = Set.of("target", "node_modules", ".git", ".guildhall");

    private static final Formatter FORMATTER = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    public static void main(String... arguments) throws Exception {
        boolean write = arguments[0].equals("write");
        Path root = Path.of(arguments[1]);
        List<Path> sources = sources(root);
        List<Path> changed = Collections.synchronizedList(new ArrayList<>());
        sources.parallelStream().filter(source -> changes(source, write)).forEach(changed::add);
        changed.stream()
                .sorted()
                .forEach(source ->
                        System.err.println((write ? "formatted " : "not formatted: ") + root.relativize(source)));
        System.out.println(sources.size() + " Java files, " + changed.size() + (write ? " changed" : " not formatted"));
        if (!write && !changed.isEmpty()) {
            System.err.println("Run: mvn -N -Dformat verify");
            System.exit(1);
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return SKIPPED.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static boolean changes(Path source, boolean write) {
        try {
            String before = Files.readString(source);
            String after = FORMATTER.formatSourceAndFixImports(before);
            if (write && !after.equals(before)) {
                Files.writeString(source, after);
            }
            return !after.equals(before);
        } catch (Exception e) {
            throw new IllegalStateException(source + ": " + e.getMessage(), e);
        }
    }
}
