/** The rules, one class each, named for the symptom; {@link org.labcast.correction.Rules} lists them. */
package org.labcast.correction.rule;
