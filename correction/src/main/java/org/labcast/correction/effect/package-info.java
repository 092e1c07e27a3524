/** What commands do, as tables that people can check line by line: the tool, its verb, the options and the operands. */
package org.labcast.correction.effect;
