package org.labcast.broker;

import org.labcast.model.Secret;

/** A user of the broker; roles are separated by commas. */
record BrokerUser(String user, Secret password, String roles) {}
