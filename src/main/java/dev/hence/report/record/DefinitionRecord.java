package dev.hence.report.record;

/** A name that was given a formula; {@code text} is the formula as it was understood. */
public record DefinitionRecord(String name, Place place, String text) {}
