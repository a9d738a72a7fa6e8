package dev.retrial.tickets.work;

import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.read.ReadProgress;
import dev.retrial.tickets.read.ReadSettings;
import dev.retrial.tickets.read.ReadSummary;
import dev.retrial.tickets.read.TicketReading;
import dev.retrial.tickets.redact.Redacted;
import dev.retrial.tickets.redact.Redaction;
import dev.retrial.tickets.redact.RedactionFailure;
import dev.retrial.tickets.redact.RedactionKey;
import dev.retrial.tickets.redact.Redactor;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * From an export to redacted tickets in the working directory. Nothing that is not redacted is ever written there; what cannot be redacted is left out and counted.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ImportStep {

    private final TicketWork work;
    private final @Nullable String system;
    private final Map<String, Long> hidden = new TreeMap<>();
    private long taken;
    private long uncertain;
    private long withUncertain;
    private long notRedacted;
    private long forgotten;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;

    private ImportStep(TicketWork work, @Nullable String system) {
        this.work = work;
        this.system = system;
    }

    /**
     * What an import came to.
     *
     * @param read what reading came to
     * @param added tickets that were not here
     * @param updated tickets that say something else than before
     * @param unchanged tickets that say the same as before
     * @param kept tickets of earlier imports that this one did not bring
     * @param removed tickets that the export says were deleted, or that are to be forgotten, and that were here
     * @param forgotten tickets of the export that are to be forgotten, and were passed over
     * @param hidden how often something of a type was hidden
     * @param uncertain how often something was masked that may be personal, for a person to look at
     * @param withUncertain in how many tickets
     * @param notRedacted tickets that could not be redacted, and were left out
     * @param from the day on which the first of the tickets was opened, or null
     * @param to the day on which the last of them was opened, or null
     */
    public record Result(
            ReadSummary read,
            long added,
            long updated,
            long unchanged,
            long kept,
            long removed,
            long forgotten,
            Map<String, Long> hidden,
            long uncertain,
            long withUncertain,
            long notRedacted,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        /** Whether nothing was passed over that should have been read. */
        public boolean complete() {
            return read.complete() && notRedacted == 0;
        }
    }

    /**
     * Imports.
     *
     * @param exports files and directories
     * @param system the help desk they are from, or null to recognise it
     * @param key under which surrogates are chosen
     * @param dryRun whether only to say what would happen
     */
    public static Result run(
            TicketWork work, List<Path> exports, @Nullable String system, RedactionKey key, boolean dryRun)
            throws IOException {
        return new ImportStep(work, system).run(exports, key, dryRun);
    }

    private Result run(List<Path> exports, RedactionKey key, boolean dryRun) throws IOException {
        Redactor redactor = new Redactor(work.settings().redaction(), key);
        Set<String> gone = new HashSet<>(new TombstoneFile(work.suite()).references());
        Closeable lock = work.directory().lock();
        try {
            return imported(exports, key, redactor, gone, dryRun);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            work.progress().done();
            lock.close();
        }
    }

    private Result imported(List<Path> exports, RedactionKey key, Redactor redactor, Set<String> gone, boolean dryRun)
            throws IOException {
        ReadSettings settings = ReadSettings.DEFAULT
                .withAiAuthors(work.settings().aiAuthors())
                .withSystem(system)
                .withSpool(work.directory().path());
        try (TicketStore.Update update = work.store().update()) {
            Redacting redacting = new Redacting(redactor, key, gone, update);
            ReadSummary read = TicketReading.of(settings).read(exports, redacting, this::heard);
            for (ReadSummary.Deleted deleted : read.deleted()) {
                gone.add(key.reference(deleted.system(), deleted.id()));
            }
            TicketStore.Counts counts = dryRun ? update.compare(gone::contains) : update.commit(gone::contains);
            return new Result(
                    read,
                    counts.added(),
                    counts.updated(),
                    counts.unchanged(),
                    counts.kept(),
                    counts.removed(),
                    forgotten,
                    hidden,
                    uncertain,
                    withUncertain,
                    notRedacted,
                    from,
                    to);
        }
    }

    private void heard(ReadProgress.Step step, long done, long total) {
        switch (step) {
            case READING -> work.progress().at("reading", done >> 20, "MiB", done, total);
            case JOINING -> work.progress().at("bringing people to their tickets", done, "parts", done, total);
            case MERGING -> work.progress().at("redacting", taken, "tickets", done, total);
        }
    }

    /**
     * A ticket as it will be stored.
     *
     * @param reference its keyed reference
     * @param redaction what was done to it; null where it is to be forgotten, or could not be redacted
     * @param line what is stored
     * @param forgotten whether it is to be forgotten
     * @param opened the day on which it was really opened
     */
    private record Made(
            String reference,
            @Nullable Redaction redaction,
            String line,
            boolean forgotten,
            @Nullable LocalDate opened) {}

    /** Redacts tickets, several at once; counts and stores them, one after the other. */
    private final class Redacting implements TicketReading.EachTicket<Made> {

        private final Redactor redactor;
        private final RedactionKey key;
        private final Set<String> gone;
        private final TicketStore.Update update;

        Redacting(Redactor redactor, RedactionKey key, Set<String> gone, TicketStore.Update update) {
            this.redactor = redactor;
            this.key = key;
            this.gone = gone;
            this.update = update;
        }

        @Override
        public Made of(SupportTicket ticket) {
            String reference = key.reference(ticket.system(), ticket.id());
            if (gone.contains(reference)) {
                return new Made(reference, null, "", true, null);
            }
            try {
                Redacted redacted = redactor.redact(ticket);
                LocalDate opened = ticket.openedAt() == null
                        ? null
                        : ticket.openedAt().atZone(ZoneOffset.UTC).toLocalDate();
                String line = TicketStore.line(new StoredTicket(redacted.ticket(), redacted.redaction(), opened));
                return new Made(reference, redacted.redaction(), line, false, opened);
            } catch (RedactionFailure e) {
                return new Made(reference, null, "", false, null);
            }
        }

        @Override
        public void take(Made made) throws IOException {
            taken++;
            Redaction redaction = made.redaction();
            if (redaction == null) {
                forgotten += made.forgotten() ? 1 : 0;
                notRedacted += made.forgotten() ? 0 : 1;
                return;
            }
            redaction.counts().forEach((type, count) -> hidden.merge(type, (long) count, Long::sum));
            int masked = redaction.uncertain().size();
            uncertain += masked;
            withUncertain += masked > 0 ? 1 : 0;
            LocalDate opened = made.opened();
            if (opened != null) {
                from = from == null || opened.isBefore(from) ? opened : from;
                to = to == null || opened.isAfter(to) ? opened : to;
            }
            update.add(made.reference(), made.line());
        }
    }
}
