/** What a reply states, denies, asks or merely mentions: sentences, their clauses, and how a phrase in one of them is meant. English, German and French. */
@NullMarked
package dev.retrial.statement;

import org.jspecify.annotations.NullMarked;
