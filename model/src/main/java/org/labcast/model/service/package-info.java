/** What travels when a service is installed, found and called. */
@NullMarked
package org.labcast.model.service;

import org.jspecify.annotations.NullMarked;
