/** Failed checks as a list of facts. */
@NullMarked
package dev.retrial.check.report;

import org.jspecify.annotations.NullMarked;
