/** What people look at, made from the results of a run: a summary for the terminal, a comment for a pull request, annotations, a page. */
@NullMarked
package dev.retrial.report;

import org.jspecify.annotations.NullMarked;
