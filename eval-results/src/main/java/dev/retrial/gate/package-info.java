/**
 * Whether a change may land: a pure decision over first attempts, a baseline and the fresh attempts that it asks for.
 *
 * <p>Nothing here runs an agent, reads a file or looks at a clock.
 */
@NullMarked
package dev.retrial.gate;

import org.jspecify.annotations.NullMarked;
