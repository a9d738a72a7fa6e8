package dev.retrial.gate;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A cell that gates: neither quarantined nor known to fail.
 *
 * @param name case and cohort: {@code refund-late [enterprise]}
 * @param baseline its record on the main branch; null where it is new, or where its inputs differ so that nothing can be compared
 * @param passed whether its first attempt passed
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record GatedCell(String name, @Nullable PassCount baseline, boolean passed) {}
