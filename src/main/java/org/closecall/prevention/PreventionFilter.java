package org.closecall.prevention;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.Map;
import org.closecall.web.Addresses;
import org.closecall.web.Typed;

/** What a list of prevention shows, all of it in the address. What cannot be read matches nothing rather than everything. */
@TemplateData
public class PreventionFilter {

    /** By id; of an experiment, one that its path passes. */
    @QueryParam("service")
    public String service;
    @QueryParam("team")
    public String team;
    /** By id; of runs and deployments, also those of services it passes. */
    @QueryParam("path")
    public String path;
    /** The type of a remediation, the failure mode of an experiment. */
    @QueryParam("type")
    public String type;
    /** One of those that the kind offers. */
    @QueryParam("outcome")
    public String outcome;
    /** The number of an occurrence. */
    @QueryParam("occurrence")
    public String occurrence;
    @QueryParam("key")
    public String key;
    /** Days of the organisation, both included. */
    @QueryParam("from")
    public String from;
    @QueryParam("to")
    public String to;
    @QueryParam("after")
    public String after;

    public boolean any() {
        return !given().isEmpty();
    }

    /** The address of the same without paging. */
    public String query() {
        return Addresses.query(given(), "");
    }

    public String beyond(String next) {
        return Addresses.query(given(), "after=" + next);
    }

    private Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        given.put("service", service);
        given.put("team", team);
        given.put("path", path);
        given.put("type", type);
        given.put("outcome", outcome);
        given.put("occurrence", occurrence);
        given.put("key", key);
        given.put("from", from);
        given.put("to", to);
        given.values().removeIf(value -> !Typed.given(value));
        return given;
    }
}
