package dev.hence.read.role;

import dev.hence.claim.Statement;
import dev.hence.read.elaborate.Refusal;
import java.util.Optional;

/**
 * A statement as it was read.
 *
 * @param refusal why it is unread, where it is
 */
public record Line(Statement statement, Optional<Refusal> refusal) {}
