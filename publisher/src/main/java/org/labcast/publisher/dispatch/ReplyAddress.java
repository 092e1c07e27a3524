package org.labcast.publisher.dispatch;

import org.labcast.model.Bytes;
import org.labcast.model.PublisherName;

/**
 * How hosts answer this home.
 *
 * @param name to whose queue
 * @param receipts certificate of the key that signs receipts for the answers
 */
public record ReplyAddress(PublisherName name, Bytes receipts) {}
