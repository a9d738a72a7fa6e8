/**
 * The steps from an export to draft cases, each a function of files: what the commands of {@code retrial} call. Only this package knows where
 * things lie: the settings of a suite ({@code tickets.yaml}), what a suite remembers of tickets ({@code tickets/}), and the working directory.
 */
@NullMarked
package dev.retrial.tickets.work;

import org.jspecify.annotations.NullMarked;
