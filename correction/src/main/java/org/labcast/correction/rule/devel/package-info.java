/** Rules about developers' tools: language package managers, build tools, containers. */
package org.labcast.correction.rule.devel;
