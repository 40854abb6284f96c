package io.guildhall.local.lessons;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Reads one file as a lesson; text is UTF-8, or UTF-16 with its byte order mark. */
final class LessonFile {

    static final long LIMIT_BYTES = 256 << 10;

    private static final Set<String> ENDINGS = Set.of("md", "markdown", "txt");

    private LessonFile() {}

    static Lesson read(Path file) {
        String name = file.getFileName().toString();
        if (!ENDINGS.contains(ending(name))) {
            throw new NotALesson("not a .md or .txt file");
        }
        String text = text(file);
        if (text.isBlank()) {
            throw new NotALesson("empty");
        }
        return Lesson.of(name, text);
    }

    private static String text(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new NotALesson("not a regular file");
            }
            long size = Files.size(file);
            if (size > LIMIT_BYTES) {
                throw new NotALesson("too large: %d KB, a lesson may have %d".formatted(size >> 10, LIMIT_BYTES >> 10));
            }
            byte[] bytes = Files.readAllBytes(file);
            String text = decode(bytes).replace("\r\n", "\n").replace('\r', '\n');
            if (text.indexOf('\0') >= 0) {
                throw new NotALesson("not text");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new NotALesson("not UTF-8 text");
        } catch (IOException e) {
            throw new NotALesson("cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        return charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16;
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16;
        }
        return StandardCharsets.UTF_8;
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Why a file does not become a lesson. */
    static final class NotALesson extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotALesson(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
