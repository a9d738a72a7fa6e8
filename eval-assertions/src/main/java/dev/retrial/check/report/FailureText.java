package dev.retrial.check.report;

import dev.retrial.check.Check;
import dev.retrial.check.ConfidentialCheck;
import dev.retrial.check.Errored;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.text.Excerpt;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * What a person reads when checks have failed: each failure as aligned facts, then the replies in question.
 *
 * <p>Checks of no weight ({@link dev.retrial.check.Severity#ADVISORY}) are listed last, fail nothing, and are counted apart.
 * Nothing that a {@link ConfidentialCheck} among the findings protects is in any of the texts.
 *
 * @param message the facts
 * @param expected what the failed checks expected, one after the other, for a diff
 * @param actual what was there instead, in the same order
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record FailureText(String message, String expected, String actual) {

    private static final int LONGEST_REPLY = 2_000;
    private static final int MOST_REPLIES = 3;

    /**
     * Puts the text together.
     *
     * @param transcript the whole trial
     * @param findings every check that was evaluated, in order, those that passed as well
     */
    public static FailureText of(Transcript transcript, List<Finding> findings) {
        return new Writer(transcript, findings).write();
    }

    /**
     * A text without what the confidential checks among the findings protect; for whatever else is printed of a trial.
     *
     * @param message any text
     * @param findings the findings of the trial
     */
    public static String masked(String message, List<Finding> findings) {
        String masked = message;
        for (Finding finding : findings) {
            if (finding.check() instanceof ConfidentialCheck confidential) {
                masked = confidential.masked(masked, finding.result());
            }
        }
        return masked;
    }

    private static final class Writer {

        private final Transcript transcript;
        private final List<Finding> findings;
        private final StringBuilder message = new StringBuilder();
        private final StringBuilder expected = new StringBuilder();
        private final StringBuilder actual = new StringBuilder();
        private final Set<Integer> turns = new TreeSet<>();
        private boolean anyReply;

        Writer(Transcript transcript, List<Finding> findings) {
            this.transcript = transcript;
            this.findings = findings;
        }

        FailureText write() {
            List<Finding> gating = new ArrayList<>();
            List<Finding> advisory = new ArrayList<>();
            int evaluated = 0;
            for (Finding finding : findings) {
                if (finding.result() instanceof Failed || finding.result() instanceof Errored) {
                    (finding.check().severity().gates() ? gating : advisory).add(finding);
                }
                if (finding.check().severity().gates() && !(finding.result() instanceof NotApplicable)) {
                    evaluated++;
                }
            }
            message.append(headline(gating, evaluated));
            if (!advisory.isEmpty()) {
                message.append(
                        advisory.size() == 1 ? ", 1 advisory finding" : ", " + advisory.size() + " advisory findings");
            }
            for (Finding finding : gating) {
                append(finding);
            }
            for (Finding finding : advisory) {
                append(finding);
            }
            appendReplies();
            return new FailureText(masked(message.toString()), masked(expected.toString()), masked(actual.toString()));
        }

        private static String headline(List<Finding> gating, int evaluated) {
            int failed = 0;
            for (Finding finding : gating) {
                failed += finding.result() instanceof Failed ? 1 : 0;
            }
            int errors = gating.size() - failed;
            String text = failed + " of " + evaluated + (evaluated == 1 ? " check failed" : " checks failed");
            return errors == 0 ? text : text + ", " + errors + " could not be evaluated";
        }

        private void append(Finding finding) {
            Facts facts = new Facts();
            Check check = finding.check();
            String name = check.name()
                    + switch (check.severity(finding.result())) {
                        case CRITICAL -> " (critical)";
                        case MAJOR -> "";
                        case ADVISORY -> " (advisory)";
                    };
            facts.add("check", name);
            if (finding.result() instanceof Failed failed) {
                facts.add("expected", failed.expected());
                facts.add("was", failed.was());
                Integer turn = failed.turn();
                if (turn != null) {
                    facts.add("turn", Integer.toString(turn));
                    turns.add(turn);
                } else {
                    anyReply = true;
                }
                String nearest = failed.nearestMiss();
                if (nearest != null) {
                    facts.add("nearest", nearest);
                }
                appendPair(check.name(), failed.expected(), failed.was());
            } else if (finding.result() instanceof Errored errored) {
                facts.add("error", errored.reason());
                appendPair(check.name(), "a verdict", "error: " + errored.reason());
            }
            message.append("\n\n").append(facts.text());
        }

        private void appendPair(String name, String wanted, String was) {
            String separator = expected.isEmpty() ? "" : "\n";
            expected.append(separator).append(name).append(": ").append(Excerpt.visible(wanted));
            actual.append(separator).append(name).append(": ").append(Excerpt.visible(was));
        }

        /** The replies of the turns that failed; where a failure has no turn, the last one too. */
        private void appendReplies() {
            List<AgentReply> shown = new ArrayList<>();
            List<AgentReply> replies = transcript.replies();
            for (int i = 0; i < replies.size(); i++) {
                AgentReply reply = replies.get(i);
                boolean last = i == replies.size() - 1;
                if ((turns.contains(reply.turn()) || (anyReply && last)) && shown.size() < MOST_REPLIES) {
                    shown.add(reply);
                }
            }
            for (AgentReply reply : shown) {
                message.append("\n\nreply, turn ").append(reply.turn());
                String text = reply.text();
                if (text.isBlank()) {
                    message.append("\n  (empty)");
                    continue;
                }
                // Masked before it is cut, so that no part of what is private is left at the end.
                String visible = Excerpt.visible(
                        text.length() > LONGEST_REPLY ? cut(masked(text.substring(0, firstPart(text)))) : text);
                message.append("\n  ").append(visible.strip().replace("\n", "\n  "));
                if (text.length() > LONGEST_REPLY) {
                    message.append("…\n  (").append(text.length()).append(" characters in all)");
                }
            }
        }

        private static int firstPart(String text) {
            return Math.min(text.length(), 4 * LONGEST_REPLY);
        }

        private static String cut(String text) {
            int end = Math.min(text.length(), LONGEST_REPLY);
            return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
        }

        private String masked(String text) {
            return FailureText.masked(text, findings);
        }
    }

    /** Keys and values, aligned. */
    private static final class Facts {

        private static final String BLANKS = "          ";

        private final StringBuilder text = new StringBuilder();

        void add(String key, String value) {
            text.append(text.isEmpty() ? "" : "\n").append(key).append(BLANKS, key.length(), BLANKS.length());
            // What a check quotes is harmless already; a team's own check may quote what it likes.
            text.append(Excerpt.visible(value).replace("\n", "\n" + BLANKS));
        }

        String text() {
            return text.toString();
        }
    }
}
