/** What Maven printed and reported when it built the user projects below {@code src/it}. */
package dev.retrial.matrix;
