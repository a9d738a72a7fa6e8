package dev.retrial.suite.yaml;

import java.util.ArrayList;
import java.util.List;

/** Complaints, written down as {@code line:column: reason}. */
final class Heard implements Complaints {

    final List<String> all = new ArrayList<>();

    @Override
    public void add(int line, int column, String reason) {
        all.add(line + ":" + column + ": " + reason);
    }
}
