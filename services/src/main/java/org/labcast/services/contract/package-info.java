/** What an Acme file promises about a service: styles, signatures, and how a call becomes an argument list. */
@NullMarked
package org.labcast.services.contract;

import org.jspecify.annotations.NullMarked;
