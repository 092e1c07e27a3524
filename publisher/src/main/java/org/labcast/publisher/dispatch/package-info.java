/** Orders on their way out: whom they are for, signing, posting. */
package org.labcast.publisher.dispatch;
