@NullMarked
package dev.retrial.tickets.work;

import org.jspecify.annotations.NullMarked;
