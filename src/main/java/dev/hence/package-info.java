/** Hence checks mathematical derivations, step by step. */
package dev.hence;
