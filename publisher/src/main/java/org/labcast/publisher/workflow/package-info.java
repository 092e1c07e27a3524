/** What takes several steps: a push with canaries, waiting for a job, fetching its output. It knows no command line. */
@NullMarked
package org.labcast.publisher.workflow;

import org.jspecify.annotations.NullMarked;
