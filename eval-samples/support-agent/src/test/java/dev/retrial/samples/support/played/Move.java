package dev.retrial.samples.support.played;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the model does next. */
sealed interface Move {

    /** Calls a tool. */
    record Call(String tool, Map<String, Object> arguments) implements Move {}

    /** Says something to the customer. */
    record Say(String text) implements Move {}

    static Move call(String tool, String name, Object value) {
        return new Call(tool, Map.of(name, value));
    }

    static Move call(String tool, String name, Object value, String name2, Object value2) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put(name, value);
        arguments.put(name2, value2);
        return new Call(tool, arguments);
    }
}
