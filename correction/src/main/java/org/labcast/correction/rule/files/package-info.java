/** Rules about files, directories, archives and the tools that handle them. */
package org.labcast.correction.rule.files;
