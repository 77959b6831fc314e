package org.closecall.prevention;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closecall.api.Json;
import org.closecall.web.Errors;
import org.closecall.web.Problem;
import org.closecall.web.Typed;
import org.closecall.web.Viewer;

/** Several of a kind that a program sends at once: all of them are written down, or none. Fields are named as [3].service. */
final class Reports<E extends PreventionRecord> {

    private static final int MOST = 200;

    private final PreventionKind kind;
    private final List<Report<E>> reports;
    private final Known known;
    /** What is here by its key, and what of this request will be. */
    private final Map<String, E> there;
    private final Map<String, Report<E>> first = new HashMap<>();
    private final Errors errors = Errors.none();
    private final Errors clashes = Errors.none();

    private Reports(PreventionKind kind, List<Report<E>> reports) {
        this.kind = kind;
        this.reports = reports;
        known = Known.of(reports.stream().map(report -> report.asked().occurrenceNumber()).toList());
        var keys = reports.stream().map(Report::key).filter(Objects::nonNull).distinct().toList();
        if (!keys.isEmpty()) {
            PreventionKind.oneAtATime(kind);
        }
        there = keys.isEmpty() ? new HashMap<>() : kind.<E>query("r.key in ?1", keys).stream().collect(Collectors.toMap(record -> record.key, Function.identity()));
    }

    /** header: an Idempotency-Key that was sent with it says nothing of a list. */
    static <E extends PreventionRecord> Response answer(PreventionKind kind, String header, List<? extends ApiNew<E>> asked, Viewer viewer, URI base) {
        if (asked.isEmpty() || asked.size() > MOST) {
            throw Json.refused(Problem.of(422, "Send 1 to " + MOST + " at once; there are " + asked.size()));
        } else if (Typed.given(header)) {
            throw Json.refused(Problem.of(Errors.none().add("key", "In a list each has a key of its own, in its body, and the header Idempotency-Key says nothing")));
        }
        var absent = asked.indexOf(null);
        if (absent >= 0) {
            throw Json.refused(Problem.of(Errors.none().add(at(absent), "A report is an object")));
        }
        return Response.ok(new Reports<E>(kind, asked.stream().map(one -> Report.<E>of(kind, null, one, viewer)).toList()).written(base)).build();
    }

    private ApiReported written(URI base) {
        for (var i = 0; i < reports.size(); i++) {
            check(reports.get(i), at(i));
        }
        if (errors.any()) {
            throw Json.refused(Problem.of(errors));
        } else if (clashes.any()) {
            throw Json.refused(Problem.of(clashes).as(409));
        }
        var results = new ArrayList<ApiReported.One>();
        for (var report : reports) {
            var before = report.key() == null ? null : there.get(report.key());
            var now = before == null ? report.write(known) : before;
            if (report.key() != null) {
                there.put(report.key(), now);
            }
            results.add(new ApiReported.One(now.id, report.key(), base.resolve("/api/v1/" + kind.path + "/" + now.id).toString(), before != null));
        }
        return ApiReported.of(results);
    }

    /** What was reported before is not looked at again: its service may have another name by now. */
    private void check(Report<E> report, String at) {
        var before = report.key() == null ? null : there.get(report.key());
        var twin = report.key() == null ? null : first.putIfAbsent(report.key(), report);
        if (before != null && report.clash(before) != null) {
            clashes.add(at + ".key", report.clash(before));
        } else if (twin != null && !twin.asked().equals(report.asked())) {
            clashes.add(at + ".key", "Something else stands under this key further up");
        } else if (before == null && twin == null) {
            report.check(known).byField().forEach((field, message) -> errors.add(at + "." + field, message));
        }
    }

    private static String at(int index) {
        return "[" + index + "]";
    }
}
