/** The task file: text to commands with options, every complaint with line and column. */
package org.labcast.publisher.taskfile;
