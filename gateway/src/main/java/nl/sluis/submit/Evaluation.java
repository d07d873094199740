package nl.sluis.submit;

import nl.sluis.adapter.Draft;
import nl.sluis.canonical.OrganisationId;

/**
 * A question of an enforcement point: may this organisation see this sort of data about this person.
 *
 * @param recipient who would see it
 * @param draft a message with that one section and nothing in it
 */
record Evaluation(OrganisationId recipient, Draft draft) {}
