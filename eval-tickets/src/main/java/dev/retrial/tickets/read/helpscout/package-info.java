/** Help Scout: conversations and threads of versions 2 and 3 of its API, and ratings. */
@NullMarked
package dev.retrial.tickets.read.helpscout;

import org.jspecify.annotations.NullMarked;
