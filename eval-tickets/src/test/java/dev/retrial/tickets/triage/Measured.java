package dev.retrial.tickets.triage;

import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.corpus.Label;
import dev.retrial.tickets.corpus.Labelled;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How right triage is on labelled tickets: found as failures at all, with the right class, and at the right turn. */
final class Measured {

    private final Map<FailureClass, int[]> byClass = new EnumMap<>(FailureClass.class);
    private final Map<Label.Kind, int[]> byKind = new EnumMap<>(Label.Kind.class);
    private final Map<String, int[]> byLanguage = new HashMap<>();
    private int tickets;
    private int failures;
    private int found;
    private int called;
    private int rightClass;
    private int rightTurn;
    private int open;
    private int openFailures;

    Measured(List<Labelled> labelled, TriageRules rules) {
        for (FailureClass failure : FailureClass.values()) {
            byClass.put(failure, new int[3]);
        }
        for (Label.Kind kind : Label.Kind.values()) {
            byKind.put(kind, new int[3]);
        }
        for (Labelled one : labelled) {
            add(one.label(), rules.triage(one.ticket()));
        }
    }

    private void add(Label label, Triage triage) {
        tickets++;
        boolean called = triage.decision() == Decision.FAILURE;
        FailureClass truth = label.failure();
        FailureClass said = called ? triage.failure() : null;
        count(byKind.get(label.kind()), true, called, triage.decision() == Decision.OPEN);
        if (triage.decision() == Decision.OPEN) {
            open++;
            openFailures += truth == null ? 0 : 1;
        }
        if (truth != null) {
            failures++;
            byClass.get(truth)[0]++;
            int[] language = byLanguage.computeIfAbsent(label.language(), key -> new int[3]);
            count(language, true, called, said == truth);
        }
        if (said != null) {
            this.called++;
            byClass.get(said)[1]++;
            found += truth == null ? 0 : 1;
            if (said == truth) {
                byClass.get(said)[2]++;
                rightClass++;
                rightTurn += triage.turn() == label.turn() ? 1 : 0;
            }
        }
    }

    private static void count(int @Nullable [] counts, boolean first, boolean second, boolean third) {
        if (counts != null) {
            counts[0] += first ? 1 : 0;
            counts[1] += second ? 1 : 0;
            counts[2] += third ? 1 : 0;
        }
    }

    /** Of what is called a failure, the share that is one. */
    double precision() {
        return share(found, called);
    }

    /** Of the failures, the share that is called one. */
    double recall() {
        return share(found, failures);
    }

    /** Of what is called a failure, the share that is one of that class. */
    double classPrecision() {
        return share(rightClass, called);
    }

    /** Of the failures, the share that is called one of its class. */
    double classRecall() {
        return share(rightClass, failures);
    }

    /** Of those with the right class, the share with the right turn. */
    double turns() {
        return share(rightTurn, rightClass);
    }

    private static double share(int part, int of) {
        return of == 0 ? 1 : (double) part / of;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }

    /** As Markdown. */
    String table(String title) {
        StringBuilder table = new StringBuilder("### " + title + "\n\n");
        table.append(tickets + " tickets, " + failures + " failures, " + open + " left open (" + openFailures
                + " of them failures).\n\n");
        table.append("| | failures | called | precision | recall |\n|---|---|---|---|---|\n");
        row(table, "a failure or none", failures, called, precision(), recall());
        row(table, "and of which class", failures, called, classPrecision(), classRecall());
        for (FailureClass failure : FailureClass.values()) {
            int[] counts = byClass.getOrDefault(failure, new int[3]);
            row(
                    table,
                    "`" + failure.key() + "`",
                    counts[0],
                    counts[1],
                    share(counts[2], counts[1]),
                    share(counts[2], counts[0]));
        }
        table.append("\nThe right turn where the class is right: " + percent(turns()) + ".\n\n");
        table.append("| kind of ticket | tickets | called a failure | left open |\n|---|---|---|---|\n");
        byKind.forEach((kind, counts) ->
                table.append("| " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " | " + counts[0] + " | "
                        + counts[1] + " | " + counts[2] + " |\n"));
        table.append("\n| language | failures | found | with the right class |\n|---|---|---|---|\n");
        for (String language : List.of("en", "de", "fr", "es", "ja")) {
            int[] counts = byLanguage.getOrDefault(language, new int[3]);
            table.append("| " + language + " | " + counts[0] + " | " + percent(share(counts[1], counts[0])) + " | "
                    + percent(share(counts[2], counts[0])) + " |\n");
        }
        return table.toString();
    }

    private static void row(
            StringBuilder table, String what, int failures, int called, double precision, double recall) {
        table.append("| " + what + " | " + failures + " | " + called + " | " + percent(precision) + " | "
                + percent(recall) + " |\n");
    }
}
