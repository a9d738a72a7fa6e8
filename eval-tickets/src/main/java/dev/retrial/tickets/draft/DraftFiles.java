package dev.retrial.tickets.draft;

/** x. */
final class DraftFiles {
    private DraftFiles() {}
    static String proposal(String file) {
        return file + ".proposed";
    }
}
