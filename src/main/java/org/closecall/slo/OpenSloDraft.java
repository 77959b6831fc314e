package org.closecall.slo;

import java.math.BigDecimal;
import java.time.Instant;
import org.closecall.catalog.Service;
import org.closecall.catalog.Team;

/** An objective as an OpenSLO file describes it. */
record OpenSloDraft(String handle, Service service, String name, String description, ObjectiveKind kind, BigDecimal target, WindowKind windowKind, Integer days, String good, Team team, String policy, String openSlo) {

    void applyTo(Objective objective) {
        objective.service = service;
        objective.name = name;
        objective.description = description;
        objective.kind = kind;
        objective.target = target;
        objective.windowKind = windowKind;
        objective.windowDays = days;
        objective.good = good;
        objective.team = team;
        objective.policy = policy;
        objective.openSlo = openSlo;
    }

    Objective objective(Instant now) {
        var objective = new Objective();
        applyTo(objective);
        objective.handle = handle;
        objective.createdAt = now;
        return objective;
    }
}
