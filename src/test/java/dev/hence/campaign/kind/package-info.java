/** The generators of the campaign: one for each kind, which makes true claims by construction. */
package dev.hence.campaign.kind;
