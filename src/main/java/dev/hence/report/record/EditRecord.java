package dev.hence.report.record;

import java.util.Optional;

/**
 * A single edit that would make a refuted step hold.
 *
 * @param order where the edit says no more than how far the step holds as it stands
 */
public record EditRecord(String what, String mended, Place place, Optional<String> order) {}
