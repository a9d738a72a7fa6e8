package dev.retrial.baseline;

import org.apiguardian.api.API;

/**
 * A cell of a suite.
 *
 * @param caseId the case
 * @param cohort the cohort
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CellKey(String caseId, String cohort) implements Comparable<CellKey> {

    @Override
    public int compareTo(CellKey other) {
        int byCase = caseId.compareTo(other.caseId);
        return byCase != 0 ? byCase : cohort.compareTo(other.cohort);
    }

    @Override
    public String toString() {
        return caseId + " [" + cohort + "]";
    }
}
