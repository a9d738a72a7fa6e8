package dev.retrial.check.tone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.check.Errored;
import dev.retrial.check.Expecting;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The language detector is optional. */
class LanguageWithoutDetectorTest {

    private static final String TOLD = "the language cannot be told: add org.apache.opennlp:opennlp-tools (2.5 or"
            + " later) and org.apache.opennlp:opennlp-models-langdetect (1.3 or later) to the test class path; they are"
            + " optional because of their 12 MB";

    @Test
    void without_the_library_a_demand_of_a_language_is_an_error_that_says_what_to_add() throws Exception {
        assertThat(reasonWithout("opennlp-tools")).isEqualTo(TOLD);
    }

    @Test
    void without_the_model_a_demand_of_a_language_is_an_error_that_says_what_to_add() throws Exception {
        assertThat(reasonWithout("opennlp-models-langdetect")).isEqualTo(TOLD);
    }

    @Test
    void without_the_library_the_other_scores_are_told() throws Exception {
        assertThat(reasonWithout("opennlp-tools", "register")).isEqualTo("none");
    }

    private static String reasonWithout(String library) throws Exception {
        return reasonWithout(library, "language");
    }

    /** What the check says where all of the class path is there but this library. */
    @SuppressWarnings("unchecked")
    private static String reasonWithout(String library, String what) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(classPathWithout(library), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            Function<String, String> probe = (Function<String, String>)
                    loader.loadClass(Probe.class.getName()).getConstructor().newInstance();
            return probe.apply(what);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL[] classPathWithout(String library) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.contains(library)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return urls.toArray(new URL[0]);
    }

    /** Evaluates a check, in whatever class loader it was loaded by. */
    public static final class Probe implements Function<String, String> {

        /** Made by reflection. */
        public Probe() {}

        @Override
        public String apply(String what) {
            String expect = what.equals("language") ? "{tone: {language: 'de'}}" : "{tone: {register: 'formal'}}";
            return Expecting.evaluate(expect, Expecting.reply("We regret to inform you that this is not possible."))
                            instanceof Errored errored
                    ? errored.reason()
                    : "none";
        }
    }
}
