/** What a check may know beside the transcript: the tools, the facts, the context, the clock and the cohort. */
@NullMarked
package dev.retrial.scene;

import org.jspecify.annotations.NullMarked;
