package org.closecall.people;

import io.quarkus.qute.TemplateData;

/** What the page after inviting shows, once. */
@TemplateData
public record NewInvitation(Invitation invitation, String link) {
}
