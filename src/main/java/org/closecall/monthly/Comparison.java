package org.closecall.monthly;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.closecall.catalog.Team;
import org.closecall.web.Viewer;

/** Two times beside each other, number by number, each as its review says it. Whether they differ by more than chance is not said here. */
@TemplateData
public record Comparison(Side was, Side is, List<Row> rows) {

    /** review is null where nobody has prepared one: then the numbers are those of now, as in a draft. */
    @TemplateData
    public record Side(ReviewPeriod time, MonthlyReview review, Document document, String address) {

        private static Side of(ReviewPeriod time, Team team, Viewer viewer) {
            var review = MonthlyReview.of(time, team);
            var scope = Scoped.of(time, team, viewer.now());
            var document = review != null && review.frozen() ? FrozenDocument.of(review) : Document.now(time, scope, review);
            return new Side(time, review, document, MonthlyReview.address(time, team));
        }

        public String verdicts() {
            return address.replace(time.name(), time.verdicts().name());
        }

        public boolean frozen() {
            return review != null && review.frozen();
        }
    }

    /** was or is is null where that side has no such number. */
    @TemplateData
    public record Row(String name, Said was, Said is) {
    }

    static Comparison of(ReviewPeriod was, ReviewPeriod is, Team team, Viewer viewer) {
        var one = Side.of(was, team, viewer);
        var other = Side.of(is, team, viewer);
        return new Comparison(one, other, rows(said(one), said(other)));
    }

    private static List<Row> rows(List<Said> was, List<Said> is) {
        var before = named(was);
        var rows = new ArrayList<>(is.stream().map(one -> new Row(one.name(), before.get(one.name()), one)).toList());
        was.stream().filter(one -> !named(is).containsKey(one.name())).map(one -> new Row(one.name(), one, null)).forEach(rows::add);
        return rows;
    }

    private static List<Said> said(Side side) {
        return side.document.numbers().tiles().stream().map(Said::of).toList();
    }

    private static Map<String, Said> named(List<Said> all) {
        return all.stream().collect(Collectors.toMap(Said::name, Function.identity(), (one, same) -> one));
    }
}
