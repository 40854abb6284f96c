import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the class path that it was started with to a file, for the test that starts Spark. */
final class ClassPath {

    private ClassPath() {}

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        Files.createDirectories(file.getParent());
        Files.writeString(file, System.getProperty("java.class.path"));
    }
}
