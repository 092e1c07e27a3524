/**
 * A shell command line read into words with their place in the text, so that one part can be replaced and every other byte stays.
 *
 * <p>Source: POSIX.1-2017, Shell Command Language, 2.2 Quoting, 2.3 Token Recognition, 2.9 Shell Commands; and bash(1) for
 * {@code &>}, {@code <<<}, {@code |&} and {@code <(…)}.
 */
package org.labcast.correction.shell;
