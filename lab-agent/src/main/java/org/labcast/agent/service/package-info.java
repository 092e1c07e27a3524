/** The provider's side of services: what is installed is offered under lease, and calls of it are taken, run and answered. */
@NullMarked
package org.labcast.agent.service;

import org.jspecify.annotations.NullMarked;
