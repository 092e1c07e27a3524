package org.labcast.services.check;

import org.labcast.services.contract.ReturnType;
import org.labcast.services.contract.Signature;
import org.labcast.services.contract.Tool;

/** What runs at a port: what it is given, what it runs, and what it gives back. */
record Run(Signature signature, Tool tool, ReturnType returns) {}
