/** Rules about git and other version control. */
package org.labcast.correction.rule.git;
