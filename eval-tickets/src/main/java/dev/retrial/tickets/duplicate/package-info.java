/**
 * Which tickets tell the same story: word 3-grams of redacted texts without boilerplate, MinHash with banded buckets, and the true Jaccard
 * similarity for what meets in a bucket. Knows neither help desks nor engines: what it takes is references and texts.
 */
@NullMarked
package dev.retrial.tickets.duplicate;

import org.jspecify.annotations.NullMarked;
