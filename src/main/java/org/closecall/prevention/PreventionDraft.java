package org.closecall.prevention;

/** What a line of a file would be, and the key it has or gets; null for none. */
record PreventionDraft(PreventionForm<?> form, String key) {
}
