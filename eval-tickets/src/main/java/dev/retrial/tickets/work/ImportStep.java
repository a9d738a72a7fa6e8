package dev.retrial.tickets.work;

import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.read.ReadSettings;
import dev.retrial.tickets.read.ReadSummary;
import dev.retrial.tickets.read.TicketReading;
import dev.retrial.tickets.redact.Redacted;
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
import java.util.Locale;
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
            ReadSummary read = TicketReading.of(settings)
                    .read(
                            exports,
                            ticket -> take(ticket, redactor, key, gone, update),
                            (step, done, total) ->
                                    work.progress().at(step.name().toLowerCase(Locale.ROOT), done, total));
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

    private void take(
            SupportTicket ticket, Redactor redactor, RedactionKey key, Set<String> gone, TicketStore.Update update) {
        if (gone.contains(key.reference(ticket.system(), ticket.id()))) {
            forgotten++;
            return;
        }
        Redacted redacted;
        try {
            redacted = redactor.redact(ticket);
        } catch (RedactionFailure e) {
            notRedacted++;
            return;
        }
        redacted.redaction().counts().forEach((type, count) -> hidden.merge(type, (long) count, Long::sum));
        int masked = redacted.redaction().uncertain().size();
        uncertain += masked;
        withUncertain += masked > 0 ? 1 : 0;
        LocalDate opened = ticket.openedAt() == null
                ? null
                : ticket.openedAt().atZone(ZoneOffset.UTC).toLocalDate();
        if (opened != null) {
            from = from == null || opened.isBefore(from) ? opened : from;
            to = to == null || opened.isAfter(to) ? opened : to;
        }
        try {
            update.add(new StoredTicket(redacted.ticket(), redacted.redaction(), opened));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
