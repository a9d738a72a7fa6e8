/** A small model that follows its prompt, behind an OpenAI-compatible endpoint which WireMock serves. */
@NullMarked
package dev.retrial.samples.support.played;

import org.jspecify.annotations.NullMarked;
