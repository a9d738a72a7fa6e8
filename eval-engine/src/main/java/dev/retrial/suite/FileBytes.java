package dev.retrial.suite;

import dev.retrial.suite.SuiteDirectory.Listed;
import dev.retrial.suite.yaml.Utf8;
import dev.retrial.suite.yaml.YamlNode;
import dev.retrial.suite.yaml.YamlReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Brings files into memory, never more of one than it may have. */
final class FileBytes {

    /** The most that a case may have: 1 MiB. */
    static final int CASE_LIMIT = 1024 * 1024;

    /** The most that any other file may have: 16 MiB. */
    static final int LIMIT = 16 * 1024 * 1024;

    private FileBytes() {}

    /** The file's bytes, or null where they are too many or cannot be read, which has been reported. */
    static byte @Nullable [] read(Listed file, int limit, FileProblems problems) {
        if (file.problem() != null) {
            problems.add(file.problem());
            return null;
        }
        if (file.stamp().size() > limit) {
            tooLarge(limit, problems);
            return null;
        }
        try (FileInputStream in = new FileInputStream(file.path().toFile())) {
            // One call reads a file that is as long as when it was listed, and shows that it is no longer.
            byte[] bytes = new byte[(int) file.stamp().size() + 1];
            int length = Math.max(in.read(bytes), 0);
            if (length < bytes.length) {
                return Arrays.copyOf(bytes, length);
            }
            byte[] rest = in.readNBytes(limit - length + 1);
            if (length + rest.length > limit) {
                tooLarge(limit, problems);
                return null;
            }
            byte[] all = Arrays.copyOf(bytes, length + rest.length);
            System.arraycopy(rest, 0, all, length, rest.length);
            return all;
        } catch (IOException e) {
            problems.add("this file cannot be read; check its permissions");
            return null;
        }
    }

    static void tooLarge(int limit, FileProblems problems) {
        problems.add("this file is larger than " + limit / (1024 * 1024) + " MiB and is not read");
    }

    /** The root of a file's YAML, or null where there was a complaint. */
    static @Nullable YamlNode parse(byte[] bytes, FileProblems problems) {
        String text = Utf8.decode(bytes, problems);
        return text == null ? null : YamlReader.read(text, problems);
    }
}
