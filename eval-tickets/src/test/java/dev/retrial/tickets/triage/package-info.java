@NullMarked
package dev.retrial.tickets.triage;

import org.jspecify.annotations.NullMarked;
