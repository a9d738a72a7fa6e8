package dev.retrial.suite.yaml;

import java.util.List;

/**
 * A list.
 *
 * @param items its items, in order
 * @param line the line where it begins, from 1
 * @param column the column where it begins, from 1
 */
public record YamlSequence(List<YamlNode> items, int line, int column) implements YamlNode {}
