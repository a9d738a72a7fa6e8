/** Finch, the support agent of Larkfield: an ordinary langchain4j AI Service, as a team would write it. */
@NullMarked
package dev.retrial.samples.support;

import org.jspecify.annotations.NullMarked;
