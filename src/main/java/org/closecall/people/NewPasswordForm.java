package org.closecall.people;

import io.quarkus.qute.TemplateData;
import org.jboss.resteasy.reactive.RestForm;

/** Never shown again once posted. */
@TemplateData
public record NewPasswordForm(@RestForm @GoodPassword String password) {
}
