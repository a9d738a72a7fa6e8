/** Pages as people meet them: in the browser that is installed. */
@NullMarked
package dev.retrial.browser;

import org.jspecify.annotations.NullMarked;
