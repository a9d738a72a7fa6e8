/**
 * From a redacted ticket to a case that a person can decide on: drafts as YAML files, and what becomes of them.
 *
 * <p>{@link dev.retrial.tickets.draft.Drafter} makes drafts, {@link dev.retrial.tickets.draft.DraftFiles} writes them into a suite, {@link dev.retrial.tickets.draft.CaseEdits} accepts, edits, rejects and merges them.
 */
@NullMarked
package dev.retrial.tickets.draft;

import org.jspecify.annotations.NullMarked;
