package org.labcast.model;

/** Standard output or standard error. */
public enum OutputStreamName {
    OUT,
    ERR
}
