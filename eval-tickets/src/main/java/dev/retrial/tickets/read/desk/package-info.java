/** What a help desk's reader is, and what all of them need: typed fields, parties, authors, texts out of markup, pieces made one ticket. */
@NullMarked
package dev.retrial.tickets.read.desk;

import org.jspecify.annotations.NullMarked;
