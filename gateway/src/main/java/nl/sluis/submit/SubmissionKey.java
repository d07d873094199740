package nl.sluis.submit;

/**
 * By what a submission is known again.
 *
 * @param text of the caller's choice; the same body under the same key has one effect
 * @param deniedAnew whether what was denied under it is decided about anew, as who has no other key to try again with needs: a
 *     denied message went nowhere, so that deciding again cannot send it twice
 */
record SubmissionKey(String text, boolean deniedAnew) {}
