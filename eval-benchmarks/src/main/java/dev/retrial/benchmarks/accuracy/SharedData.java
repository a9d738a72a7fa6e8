package dev.retrial.benchmarks.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Public data that is no part of the project: below the first argument of a program, or below {@code RETRIAL_DATA}. */
final class SharedData {

    private SharedData() {}

    /** The text of a file; ends the program with a message where it is not there. */
    static String read(String[] arguments, String file) throws IOException {
        String folder = arguments.length > 0 ? arguments[0] : System.getenv("RETRIAL_DATA");
        if (folder == null) {
            throw new IllegalArgumentException(
                    "say where the data is: the folder that holds " + file + ", as an argument or in RETRIAL_DATA");
        }
        Path path = Path.of(folder).resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("there is no " + file + " in " + folder + ": nothing was measured");
        }
        return Files.readString(path);
    }
}
