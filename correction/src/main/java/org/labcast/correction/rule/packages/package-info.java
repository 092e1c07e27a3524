/** Rules about package managers: verbs, names, questions, locks. */
package org.labcast.correction.rule.packages;
