package dev.retrial.tickets.read;

import java.nio.file.Path;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a reading is told.
 *
 * @param system the system that the files are from ({@code zendesk}, {@code intercom}, {@code freshdesk}, {@code helpscout},
 *     {@code neutral}); null to recognise it by what the files look like
 * @param aiAuthors whom the team knows to be its AI agent
 * @param limits how much is taken of one file, record and ticket
 * @param spool where what does not fit into memory is put aside, encrypted, until the reading ends; null for the temporary directory of the JVM
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ReadSettings(
        @Nullable String system,
        AiAuthors aiAuthors,
        ReadLimits limits,
        @Nullable Path spool) {

    /** Everything by itself. */
    public static final ReadSettings DEFAULT = new ReadSettings(null, AiAuthors.NONE, ReadLimits.DEFAULT, null);

    /** The same with these AI authors. */
    public ReadSettings withAiAuthors(AiAuthors authors) {
        return new ReadSettings(system, authors, limits, spool);
    }

    /** The same for files of this system. */
    public ReadSettings withSystem(@Nullable String name) {
        return new ReadSettings(name, aiAuthors, limits, spool);
    }

    /** The same with these limits. */
    public ReadSettings withLimits(ReadLimits other) {
        return new ReadSettings(system, aiAuthors, other, spool);
    }

    /** The same with what does not fit into memory put there. */
    public ReadSettings withSpool(@Nullable Path directory) {
        return new ReadSettings(system, aiAuthors, limits, directory);
    }
}
