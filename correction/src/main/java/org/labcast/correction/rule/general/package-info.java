/** Rules that hold for any tool: what it says itself, what the machine knows, who may do it. */
package org.labcast.correction.rule.general;
