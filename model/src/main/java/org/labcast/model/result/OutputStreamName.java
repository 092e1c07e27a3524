package org.labcast.model.result;

/** Standard output or standard error. */
public enum OutputStreamName {
    OUT,
    ERR
}
