/** The search for near-duplicates on Apache Spark, by the same steps as on one machine: {@code dev.retrial.tickets.duplicate}. */
@NullMarked
package dev.retrial.tickets.spark;

import org.jspecify.annotations.NullMarked;
