/** What travels between publisher and agents: plain values, no transport. */
package org.labcast.model;
