/** Rules about the text of the line itself: pasted prompts, quotes and dashes of the web, missing blanks. */
package org.labcast.correction.rule.line;
