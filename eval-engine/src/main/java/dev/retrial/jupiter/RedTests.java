package dev.retrial.jupiter;

import dev.retrial.results.LeafRecord;

/** Where the red tests of a method go that no line of a trial tells of, so that a report of the results is never green where the build is not. */
interface RedTests {

    /** Takes a red test, which has just ended. */
    void add(LeafRecord leaf);
}
