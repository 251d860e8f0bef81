package dev.hence.report;

import dev.hence.problem.ProblemId;

/** A file or directory in which nothing could be read. */
public record Unopened(String name, ProblemId id, String message, String help) {}
