/** The agent behind a URL: a template makes the request, JSON Pointers read the answer. */
@NullMarked
package dev.retrial.agent.http;

import org.jspecify.annotations.NullMarked;
