/**
 * A campaign of random statements: true ones made by known transformations, false ones by one edit
 * that an oracle confirms, each written as a page and checked as a user would. The oracle ({@code
 * tree}) shares nothing with Hence.
 */
package dev.hence.campaign;
