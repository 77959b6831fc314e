package org.closecall.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.closecall.occurrence.Moment;
import org.closecall.occurrence.Severity;

/** Google Cloud's incidents.json: a bare list, whose open incidents have no end. */
final class GoogleFormat implements Format {

    private static final String SITE = "https://status.cloud.google.com/";
    private static final Map<String, Severity> DISRUPTIONS = Map.of("high", Severity.SEV2, "medium", Severity.SEV3, "low", Severity.SEV4);
    private static final Map<String, Impact> IMPACTS = Map.of("SERVICE_OUTAGE", Impact.OUTAGE, "SERVICE_DISRUPTION", Impact.DISRUPTION,
            "SERVICE_INFORMATION", Impact.INFORMATION);

    private enum Impact {
        OUTAGE, DISRUPTION, INFORMATION
    }

    @Override
    public String label() {
        return "Google Cloud";
    }

    @Override
    public boolean recognises(JsonFile file) {
        return file.list(JsonFile.BARE).stream().map(JsonFile.Element::node)
                .anyMatch(node -> node.has("begin") || node.has("external_desc"));
    }

    @Override
    public List<JsonFile.Element> elements(JsonFile file) {
        return file.list(JsonFile.BARE);
    }

    @Override
    public Incoming read(Value value, int position, JsonFile file) {
        var id = value.required("id");
        var begin = value.requiredTime("begin");
        var created = value.time("created");
        var end = moment(value.time("end"));
        var description = value.text("external_desc");
        var title = description == null ? "Google Cloud incident " + id : Texts.firstSentence(description, TITLE);
        return new Incoming(position, "google-cloud", id, url(value), title, description, severity(value), begin, end, end,
                created == null ? begin : created, value.time("modified"), services(value), updates(value), null);
    }

    private static Moment moment(Instant end) {
        return end == null ? Moment.NOT_YET : Moment.at(end);
    }

    /** status_impact decides; severity only grades a disruption. */
    private static Severity severity(Value value) {
        var impact = value.oneOf("status_impact", IMPACTS);
        var grade = value.oneOf("severity", DISRUPTIONS);
        if (impact == null) {
            return null;
        }
        return switch (impact) {
            case OUTAGE -> Severity.SEV1;
            case DISRUPTION -> grade;
            case INFORMATION -> Severity.SEV5;
        };
    }

    private static String url(Value value) {
        var path = value.text("uri");
        return path != null && path.matches("[\\w./-]+") ? SITE + path.replaceFirst("^/+", "") : null;
    }

    private static List<String> services(Value value) {
        return Incoming.distinct(value.list("affected_products").stream().map(product -> {
            var current = product.text("current_title");
            return current == null ? product.text("title") : current;
        }));
    }

    /** Updates carry no id: the time they were created is one; of several at that time the later ones get a number as well. */
    private static List<Incoming.Update> updates(Value value) {
        var updates = new ArrayList<Incoming.Update>();
        var times = new HashMap<String, Integer>();
        var newestFirst = value.list("updates");
        for (var i = newestFirst.size() - 1; i >= 0; i--) {
            var update = newestFirst.get(i);
            var when = update.requiredTime("when");
            var created = update.time("created");
            var text = update.text("text");
            if (when != null && text != null) {
                var id = String.valueOf(created == null ? when : created);
                var same = times.merge(id, 1, Integer::sum);
                updates.add(new Incoming.Update(same == 1 ? id : id + "/" + same, when, Texts.readable(text)));
            }
        }
        updates.sort(Comparator.comparing(Incoming.Update::at));
        return updates;
    }
}
