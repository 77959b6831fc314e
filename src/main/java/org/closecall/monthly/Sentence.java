package org.closecall.monthly;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.closecall.reliability.Tile;
import org.closecall.web.Formats;

/**
 * What the verdicts say, in their own words and no others.
 *
 * @param verdict such as "Evidence: improving"
 * @param numbers which numbers it is said of
 * @param rest what the numbers are where there is evidence; null elsewhere
 * @param evidence there is some
 */
@TemplateData
public record Sentence(String verdict, String numbers, String rest, boolean evidence) {

    private static final Set<String> EVIDENCE = Set.of("better", "worse");
    private static final String FEW = "few";
    private static final String PROVISIONAL = "provisional";

    /** Between the fixed dates every verdict is provisional: whoever looks each month finds something by luck alone. */
    static Tile.Mark verdict(Tile tile, ReviewPeriod time) {
        var mark = tile.verdict;
        return mark == null || time.quarter() || FEW.equals(mark.kind()) || PROVISIONAL.equals(mark.kind()) ? mark
                : new Tile.Mark(PROVISIONAL, time.to().equals(time.verdictOn()) ? "Provisional; the quarter’s review has the verdict" : "Provisional until " + Formats.day(time.verdictOn()), null);
    }

    /** Where there is evidence, one for each number; the rest together by what is said. */
    static List<Sentence> of(List<Tile> tiles) {
        var judged = tiles.stream().filter(tile -> tile.verdict != null).toList();
        var sentences = new ArrayList<Sentence>();
        judged.stream().filter(Sentence::evidence).map(tile -> new Sentence(tile.verdict.text(), tile.name, Said.of(tile).year() == null ? Said.of(tile).whole() : Said.of(tile).year(), true)).forEach(sentences::add);
        judged.stream().filter(tile -> !evidence(tile)).collect(Collectors.groupingBy(tile -> tile.verdict.text(), LinkedHashMap::new, Collectors.mapping(tile -> tile.name, Collectors.joining("; "))))
                .forEach((text, names) -> sentences.add(new Sentence(text, names, null, false)));
        return sentences;
    }

    private static boolean evidence(Tile tile) {
        return EVIDENCE.contains(tile.verdict.kind());
    }
}
