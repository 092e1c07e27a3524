package org.labcast.deploy;

/** How the broker of a {@link Lab} is made and started: the publisher's own, or a standalone Artemis. */
interface BrokerProgram {
    /** The port that it listens on inside its machine. */
    int port();

    /** Prepares the machine on the first call; starts the broker and returns once it takes connections. */
    Program startOn(Machine broker);
}
