/**
 * Makes programs of descriptions: a pipe from what was checked, through names that are good in Java, to a list of files. Nothing
 * here reads or writes one. Descriptions may be anybody's, so that whatever text of theirs gets into a source goes through {@link
 * org.labcast.services.generate.JavaText} or is a name made by {@link org.labcast.services.generate.NameScope}.
 */
@NullMarked
package org.labcast.services.generate;

import org.jspecify.annotations.NullMarked;
