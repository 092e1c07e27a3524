/** Rules about services, networks, users and other parts of a running system. */
package org.labcast.correction.rule.system;
