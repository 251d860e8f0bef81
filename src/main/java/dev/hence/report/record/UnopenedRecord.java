package dev.hence.report.record;

/** A file or directory in which nothing could be read. */
public record UnopenedRecord(String file, String id, String message, String help) {}
