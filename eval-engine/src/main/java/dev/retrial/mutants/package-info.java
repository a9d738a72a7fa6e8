/** What a right answer looks like with one thing wrong: mutants of transcripts, made without knowing which checks there are. */
@NullMarked
package dev.retrial.mutants;

import org.jspecify.annotations.NullMarked;
