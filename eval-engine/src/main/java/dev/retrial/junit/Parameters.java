package dev.retrial.junit;

import dev.retrial.run.InvalidSetting;
import dev.retrial.run.RunSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;

/** The {@code retrial.*} parameters among those that JUnit was given; read when the first suite asks for them. */
final class Parameters {

    private final ConfigurationParameters parameters;
    private @Nullable RunSettings settings;

    Parameters(ConfigurationParameters parameters) {
        this.parameters = parameters;
    }

    /** Where results lie, whatever else of the parameters cannot be used. */
    Path output(SuiteHome home) {
        String output = parameters.get(RunSettings.OUTPUT).orElse(null);
        try {
            return output == null || output.isBlank() ? home.build().resolve("retrial") : Path.of(output);
        } catch (InvalidPathException e) {
            return home.build().resolve("retrial");
        }
    }

    /**
     * The parameters of a run.
     *
     * @throws InvalidSetting where a key is not known or a value cannot be used
     */
    RunSettings settings() {
        RunSettings known = settings;
        if (known == null) {
            Map<String, String> found = new HashMap<>();
            for (String key : parameters.keySet()) {
                if (key.startsWith(RunSettings.PREFIX)) {
                    parameters.get(key).ifPresent(value -> found.put(key, value));
                }
            }
            known = RunSettings.of(found, System.getenv());
            settings = known;
        }
        return known;
    }
}
