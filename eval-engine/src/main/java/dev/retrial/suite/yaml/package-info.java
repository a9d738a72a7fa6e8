/**
 * YAML without surprises: a file's bytes become a tree of located nodes, and a JSON Schema says what their scalars mean.
 *
 * <p>Knows nothing of suites and cases. The way is: {@link dev.retrial.suite.yaml.Utf8 bytes to text}, {@link dev.retrial.suite.yaml.YamlReader text to nodes},
 * {@link dev.retrial.suite.yaml.Shape#accepts nodes held against a schema}, {@link dev.retrial.suite.yaml.Shape#json nodes to JSON}.
 */
@NullMarked
package dev.retrial.suite.yaml;

import org.jspecify.annotations.NullMarked;
