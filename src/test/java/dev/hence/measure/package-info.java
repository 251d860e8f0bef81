/**
 * Measurements that pages of the library show: tables and figures, each with its seed. {@code mvn
 * test -Dtest=dev.hence.measure.* -Dhence.golden.update=true} writes them anew.
 */
package dev.hence.measure;
