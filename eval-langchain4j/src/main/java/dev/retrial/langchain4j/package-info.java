/** Agents built on langchain4j: chat models from a suite file and a team's own AI Services. */
@NullMarked
package dev.retrial.langchain4j;

import org.jspecify.annotations.NullMarked;
