/** What always holds: rules over the events of a trial, whatever the case is about. */
@NullMarked
package dev.retrial.check.policy;

import org.jspecify.annotations.NullMarked;
