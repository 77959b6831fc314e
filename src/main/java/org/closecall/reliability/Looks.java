package org.closecall.reliability;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.metrics.Difference;
import org.closecall.metrics.ResponseTimes;
import org.closecall.web.NoSuch;
import org.closecall.web.Option;
import org.jboss.resteasy.reactive.RestQuery;

/** How somebody wants charts drawn, as the address of the page has it; what counts is none of its business. */
public record Looks(@RestQuery String rules, @RestQuery String curve) {

    static final Looks USUAL = new Looks(null, null);

    /** Which time the survival curve is of. */
    enum Curve {
        MITIGATE("mitigate", "Time to mitigate", "mitigated", ResponseTimes::timeToMitigate),
        DETECT("detect", "Time to detect", "detected", ResponseTimes::timeToDetect),
        RESOLVE("resolve", "Time to resolve", "resolved", ResponseTimes::timeToResolve);

        final String value;
        final String label;
        /** What has not happened yet. */
        final String done;
        final Function<ResponseTimes, Difference> which;

        Curve(String value, String label, String done, Function<ResponseTimes, Difference> which) {
            this.value = value;
            this.label = label;
            this.done = done;
            this.which = which;
        }
    }

    RuleSet ruleSet() {
        return RuleSet.of(rules);
    }

    Curve shownCurve() {
        var given = Asked.given(curve);
        return given == null ? Curve.MITIGATE : Stream.of(Curve.values()).filter(one -> one.value.equals(given)).findFirst()
                .orElseThrow(() -> new NoSuch("There is no curve of “" + given + "”", "There is curve=mitigate, which is shown without asking, curve=detect and curve=resolve."));
    }

    /** Beside the usual one. */
    static List<Option> curves() {
        return Stream.of(Curve.values()).filter(one -> one != Curve.MITIGATE).map(one -> new Option(one.value, one.label)).toList();
    }

    /** Parameters that are not as usual. */
    Map<String, String> parameters() {
        var all = new LinkedHashMap<String, String>();
        all.put("rules", ruleSet().value());
        all.put("curve", shownCurve() == Curve.MITIGATE ? "" : shownCurve().value);
        all.values().removeIf(String::isEmpty);
        return all;
    }

    /** What an address that has parameters goes on with. */
    String query() {
        return parameters().entrySet().stream().map(one -> "&" + one.getKey() + "=" + one.getValue()).collect(Collectors.joining());
    }
}
