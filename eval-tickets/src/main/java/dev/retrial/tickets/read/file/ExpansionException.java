package dev.retrial.tickets.read.file;

import java.io.IOException;

/** Something compressed comes to more than is taken. */
final class ExpansionException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean archive;

    ExpansionException(String reason, boolean archive) {
        super(reason);
        this.archive = archive;
    }

    /** Whether the archive as a whole is meant, so that none of its entries should be tried any more. */
    boolean ofTheArchive() {
        return archive;
    }
}
