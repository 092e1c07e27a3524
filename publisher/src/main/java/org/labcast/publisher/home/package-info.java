/** The administrator's folder: configuration, keys, password, invitations. */
package org.labcast.publisher.home;
