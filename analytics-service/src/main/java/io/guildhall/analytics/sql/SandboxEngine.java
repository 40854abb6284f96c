package io.guildhall.analytics.sql;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * All that a {@link SandboxMain} runs on, in a folder of ours. DuckDB's own jar has its native library inside and every
 * process unpacks it anew; a jar without it makes DuckDB load it from the library path, one file for all processes.
 */
final class SandboxEngine implements AutoCloseable {

    private static final String JAR = "engine.jar";
    private static final String LIBRARY = System.mapLibraryName("duckdb_java");
    private static final String MAIN = SandboxMain.class.getName();

    private @Nullable Path folder;

    /** The folder; made when it is asked for and not there, be it that the system has tidied it away. */
    synchronized Path folder() throws IOException {
        if (folder == null || !Files.exists(folder.resolve(JAR)) || !Files.exists(folder.resolve(LIBRARY))) {
            close();
            folder = laid();
        }
        return folder;
    }

    /** What starts a process on such a folder. */
    static List<String> command(Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.library.path=" + folder,
                "-cp",
                folder.resolve(JAR).toString(),
                MAIN,
                folder.toString());
    }

    private static Path laid() throws IOException {
        Path fresh = Files.createTempDirectory("guildhall-sql");
        try {
            lay(fresh);
            return fresh;
        } catch (IOException e) {
            FileSystemUtils.deleteRecursively(fresh);
            throw e;
        }
    }

    private static void lay(Path folder) throws IOException {
        Path jar = folder.resolve(JAR);
        Path library = folder.resolve(LIBRARY);
        String main = MAIN.replace('.', '/') + ".class";
        try (JarFile duckdb = duckdb();
                var copy = new JarOutputStream(Files.newOutputStream(jar));
                InputStream ours = SandboxMain.class.getResourceAsStream("/" + main)) {
            if (ours == null) {
                throw new IOException("There is no " + main);
            }
            add(copy, main, ours);
            for (JarEntry entry :
                    duckdb.stream().filter(SandboxEngine::isNeeded).toList()) {
                try (InputStream bytes = duckdb.getInputStream(entry)) {
                    add(copy, entry.getName(), bytes);
                }
            }
            try (InputStream bytes = duckdb.getInputStream(new ZipEntry(packed()))) {
                Files.copy(bytes, library);
            }
        }
        if (!jar.toFile().setReadOnly() || !library.toFile().setReadOnly()) {
            throw new IOException("Others may write to " + folder);
        }
    }

    private static boolean isNeeded(JarEntry entry) {
        String name = entry.getName();
        return !entry.isDirectory() && (name.startsWith("org/duckdb/") || name.startsWith("META-INF/services/"));
    }

    private static void add(JarOutputStream jar, String name, InputStream bytes) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        bytes.transferTo(jar);
    }

    /** Where DuckDB's jar has the library for this machine. */
    private static String packed() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "macos" : "linux";
        String arch = System.getProperty("os.arch").replace("x86_64", "amd64").replace("aarch64", "arm64");
        return "libduckdb_java.so_" + name + "_" + arch;
    }

    /** A file, or a jar inside the service's own. */
    private static JarFile duckdb() throws IOException {
        URL place = DuckDBDriver.class.getProtectionDomain().getCodeSource().getLocation();
        String jar = place.getProtocol().equals("jar") ? place.toString() : "jar:" + place + "!/";
        var connection = (JarURLConnection) URI.create(jar).toURL().openConnection();
        connection.setUseCaches(false);
        return connection.getJarFile();
    }

    @Override
    public synchronized void close() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        folder = null;
    }
}
