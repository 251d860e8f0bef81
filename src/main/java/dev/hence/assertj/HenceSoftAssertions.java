package dev.hence.assertj;

import org.assertj.core.api.AbstractSoftAssertions;

/**
 * Collects failures.
 *
 * <pre>{@code
 * HenceSoftAssertions softly = new HenceSoftAssertions();
 * softly.assertThat(derivation).step("2").isProved();
 * softly.assertThat(derivation).step("4").holds();
 * softly.assertAll();
 * }</pre>
 */
public class HenceSoftAssertions extends AbstractSoftAssertions
    implements HenceSoftAssertionsProvider {}
