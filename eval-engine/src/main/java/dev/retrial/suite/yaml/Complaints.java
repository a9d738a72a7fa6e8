package dev.retrial.suite.yaml;

/** Where mistakes in a file are reported to. */
@FunctionalInterface
public interface Complaints {

    /**
     * Reports a mistake.
     *
     * @param line the line, from 1; 0 where the file as a whole is meant
     * @param column the column in characters, from 1; 0 where the line as a whole is meant
     * @param reason what is wrong and what to do; never a value, which may be a secret
     */
    void add(int line, int column, String reason);

    /** Reports a mistake at a node. */
    default void at(YamlNode node, String reason) {
        add(node.line(), node.column(), reason);
    }
}
