package dev.retrial.suite.yaml;

/** A value in a YAML file, with the place where it begins. */
public sealed interface YamlNode permits YamlScalar, YamlSequence, YamlMapping {

    /** The line where it begins, from 1. */
    int line();

    /** The column where it begins, in characters, from 1. */
    int column();
}
