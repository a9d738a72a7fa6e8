package dev.retrial.suite;

import dev.retrial.suite.yaml.YamlMapping;
import dev.retrial.suite.yaml.YamlNode;
import dev.retrial.suite.yaml.YamlScalar;
import dev.retrial.suite.yaml.YamlSequence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Short hashes of what the verdicts on every case rest on, by name.
 *
 * <p>What is under test is left out: overlays, what tools are described as, how the agent is reached. So is what changes no verdict: comments, layout, how many trials there are.
 */
final class FrameHashes {

    private static final List<String> SUITE = List.of("outcomes", "always", "expect");

    private final Map<String, String> hashes = new TreeMap<>();
    private final StringBuilder suite = new StringBuilder();
    private final StringBuilder policies = new StringBuilder();

    void suite(YamlMapping root) {
        for (String key : SUITE) {
            YamlNode value = root.get(key);
            if (value != null) {
                suite.append(key).append('=');
                append(value, "", suite);
            }
        }
    }

    void catalogue(YamlMapping root) {
        suite.append("catalogue=");
        append(root, "", suite);
    }

    void tools(YamlMapping root) {
        StringBuilder text = new StringBuilder();
        for (YamlMapping.Entry entry : root.entries()) {
            text.append(entry.name()).append('=');
            if (entry.name().equals("tools") && entry.value() instanceof YamlMapping tools) {
                for (YamlMapping.Entry tool : tools.entries()) {
                    text.append(tool.name()).append('=');
                    append(tool.value(), "description", text);
                }
            } else {
                append(entry.value(), "", text);
            }
        }
        put("tools", text);
    }

    void policy(String file, YamlMapping root) {
        policies.append(file).append('=');
        append(root, "source", policies);
    }

    void cohorts(YamlMapping root) {
        if (root.get("cohorts") instanceof YamlMapping cohorts) {
            for (YamlMapping.Entry cohort : cohorts.entries()) {
                StringBuilder text = new StringBuilder();
                if (cohort.value() instanceof YamlMapping settings) {
                    for (YamlMapping.Entry setting : settings.entries()) {
                        if (setting.name().equals("context") || setting.name().equals("expect")) {
                            text.append(setting.name()).append('=');
                            append(setting.value(), "", text);
                        }
                    }
                }
                put("cohort:" + cohort.name(), text);
            }
        }
    }

    /** All of them. */
    Map<String, String> all() {
        put("suite", suite);
        put("policies", policies);
        return hashes;
    }

    private void put(String name, StringBuilder text) {
        if (text.length() > 0) {
            hashes.put(name, sha(text.toString()));
        }
    }

    /** Each text with its length, so that no two trees look alike. */
    private static void append(YamlNode node, String without, StringBuilder text) {
        if (node instanceof YamlScalar scalar) {
            text.append(scalar.plain() ? 'p' : 'q').append(scalar.text().length());
            text.append(':').append(scalar.text());
        } else if (node instanceof YamlSequence sequence) {
            text.append('[');
            for (YamlNode item : sequence.items()) {
                append(item, "", text);
            }
            text.append(']');
        } else if (node instanceof YamlMapping mapping) {
            text.append('{');
            for (YamlMapping.Entry entry : mapping.entries()) {
                if (!entry.name().equals(without)) {
                    append(entry.key(), "", text);
                    append(entry.value(), "", text);
                }
            }
            text.append('}');
        }
    }

    /** The first 16 digits of SHA-256. */
    private static String sha(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
