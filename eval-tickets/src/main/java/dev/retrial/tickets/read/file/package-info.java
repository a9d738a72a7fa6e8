/** Files, directories and archives to JSON values, one after the other, within limits. */
@NullMarked
package dev.retrial.tickets.read.file;

import org.jspecify.annotations.NullMarked;
