package dev.retrial.suite;

import dev.retrial.suite.yaml.YamlMapping;
import dev.retrial.suite.yaml.YamlNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Short hashes of what the verdicts on every case rest on, by name.
 *
 * <p>What is under test is left out: overlays, what tools are described as, how the agent is reached. So is what changes no verdict: comments, layout, how many trials there are.
 */
final class FrameHashes {

    private static final List<String> SUITE = List.of("outcomes", "always", "expect");

    private final Map<String, String> hashes = new TreeMap<>();
    private final CanonicalText suite = new CanonicalText();
    private final CanonicalText policies = new CanonicalText();

    void suite(YamlMapping root) {
        for (String key : SUITE) {
            YamlNode value = root.get(key);
            if (value != null) {
                suite.append(key).append(value);
            }
        }
    }

    void catalogue(YamlMapping root) {
        suite.append("catalogue").append(root);
    }

    void tools(YamlMapping root) {
        CanonicalText text = new CanonicalText();
        for (YamlMapping.Entry entry : root.entries()) {
            text.append(entry.name());
            if (entry.name().equals("tools") && entry.value() instanceof YamlMapping tools) {
                for (YamlMapping.Entry tool : tools.entries()) {
                    text.append(tool.name()).append(tool.value(), Set.of("description"));
                }
            } else {
                text.append(entry.value());
            }
        }
        put("tools", text);
    }

    void policy(String file, YamlMapping root) {
        policies.append(file).append(root, Set.of("source"));
    }

    void cohorts(YamlMapping root) {
        if (root.get("cohorts") instanceof YamlMapping cohorts) {
            for (YamlMapping.Entry cohort : cohorts.entries()) {
                CanonicalText text = new CanonicalText();
                if (cohort.value() instanceof YamlMapping settings) {
                    for (YamlMapping.Entry setting : settings.entries()) {
                        if (setting.name().equals("context") || setting.name().equals("expect")) {
                            text.append(setting.name()).append(setting.value());
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

    private void put(String name, CanonicalText text) {
        if (!text.isEmpty()) {
            hashes.put(name, sha(text.bytes()));
        }
    }

    /** The first 16 digits of SHA-256. */
    private static String sha(byte[] text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
