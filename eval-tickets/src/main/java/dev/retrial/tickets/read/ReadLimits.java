package dev.retrial.tickets.read;

import org.apiguardian.api.API;

/**
 * How much a reading takes of a hostile or broken file. What is beyond a limit is passed over and reported; the rest is read.
 *
 * @param recordChars characters of JSON that one record may have
 * @param depth levels of nesting that one record may have
 * @param ratio how many times larger than its compressed form an entry or gzip file may be, once it is over 16 MiB
 * @param expandedBytes how many bytes one archive may come to
 * @param ticketBytes how many bytes of records one ticket may have
 * @param textChars characters that one turn may have; what is longer is cut
 * @param problemsKept how many problems a summary names; all are counted
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ReadLimits(
        int recordChars, int depth, int ratio, long expandedBytes, int ticketBytes, int textChars, int problemsKept) {

    /** 8 Mi characters a record, 100 levels, 250 times, 64 GiB an archive, 32 MiB a ticket, 256 Ki characters a turn, 1,000 problems. */
    public static final ReadLimits DEFAULT = new ReadLimits(8 << 20, 100, 250, 64L << 30, 32 << 20, 256 << 10, 1_000);
}
