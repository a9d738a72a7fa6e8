package dev.retrial.junit;

import dev.retrial.run.InvalidSetting;
import dev.retrial.run.RunSettings;
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
