package org.closecall.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ErrorsTest {

    @Test
    void theListOfThemSaysOfWhat() {
        var errors = Errors.none().add("potentialImpact", "At most 10,000 characters").add("password", "At least 12 characters").add("title", "It needs a title");
        assertEquals("Potential impact: at most 10,000 characters", errors.inList("potentialImpact"));
        assertEquals("Password: at least 12 characters", errors.inList("password"));
        assertEquals("It needs a title", errors.inList("title"));
    }
}
