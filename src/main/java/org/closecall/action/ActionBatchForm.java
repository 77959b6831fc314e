package org.closecall.action;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Formats;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/**
 * What several actions shall become, as typed.
 *
 * @param query the list it came from, to go back to
 * @param seen id.version of each action the page showed: what was saved since is not changed unseen
 * @param chosen the ids that are still ticked
 * @param agreed the words of what was shown to be changed, and pressed on
 */
@TemplateData
public record ActionBatchForm(@RestForm String key, @RestForm String query, @RestForm String seen, @RestForm List<String> chosen, @RestForm String owner, @RestForm String team,
        @RestForm String dueOn, @RestForm String days, @RestForm String priority, @RestForm String deed, @RestForm String said, @RestForm String agreed) {

    private static final int MOST_DAYS = 250;
    private static final int LONGEST = 4_000;
    private static final int YEARS_AHEAD = 10;

    static ActionBatchForm of(List<ActionItem> actions, ActionFilter filter) {
        return new ActionBatchForm(FormKey.fresh(), filter.query(), actions.stream().map(one -> one.id + "." + one.version).collect(Collectors.joining(" ")),
                actions.stream().map(one -> one.id.toString()).toList(), "", "", "", "", "", "", "", "");
    }

    /** The same to be sent as another one. */
    ActionBatchForm again() {
        return new ActionBatchForm(FormKey.fresh(), query, seen, chosen, owner, team, dueOn, days, priority, deed, said, "");
    }

    Errors check(LocalDate today, Choices choices) {
        var errors = Errors.none();
        if (versions().isEmpty() || versions().size() > ActionBatch.MOST) {
            errors.add("chosen", versions().isEmpty() ? "Tick at least one action" : "At most " + ActionBatch.MOST + " actions at once");
        }
        choices.check("owner", owner, choices.owners(), "Choose somebody from the list", errors);
        choices.check("team", team, choices.teams(), "Choose a team from the list", errors);
        choices.check("priority", priority, choices.priorities(), "Choose one of the three", errors);
        choices.check("deed", deed, deeds(), "Choose one of these", errors);
        checkDue(errors, today);
        checkSaid(errors);
        if (!errors.any() && change(choices).nothing()) {
            errors.add("owner", "Say what to change: nothing is filled in yet");
        }
        return errors;
    }

    private void checkDue(Errors errors, LocalDate today) {
        var due = Typed.date(dueOn);
        if (Typed.given(dueOn) && due == null) {
            errors.add("dueOn", "Write it as a date, such as " + ActionPolicy.workday(today.plusDays(14)));
        } else if (due != null && (due.isBefore(today) || due.isAfter(today.plusYears(YEARS_AHEAD)))) {
            errors.add("dueOn", due.isBefore(today) ? "This day has passed: today is " + Formats.day(today) : "That is more than ten years away: is the year right?");
        }
        if (Typed.given(days) && (!days.strip().matches("[+-]?\\d{1,3}") || Math.abs(moved()) > MOST_DAYS || moved() == 0)) {
            errors.add("days", "A number of days, such as 5, or -5 for sooner; at most " + MOST_DAYS);
        } else if (Typed.given(days) && Typed.given(dueOn)) {
            errors.add("days", "Either one day for all, or so many days later: not both");
        }
    }

    private void checkSaid(Errors errors) {
        var step = Typed.choice(Deed.class, deed);
        if (step != null && step.question != null && !Typed.given(said)) {
            errors.add("said", step.question);
        } else if (Typed.given(said) && said.length() > LONGEST) {
            errors.add("said", "At most 4,000 characters");
        }
    }

    private int moved() {
        return days != null && days.strip().matches("[+-]?\\d{1,3}") ? Integer.parseInt(days.strip()) : 0;
    }

    ActionChange change(Choices choices) {
        var set = new EnumMap<ActionField, Option>(ActionField.class);
        put(set, ActionField.OWNER, owner, choices.owners());
        put(set, ActionField.TEAM, team, choices.teams());
        put(set, ActionField.PRIORITY, priority, choices.priorities());
        if (Typed.date(dueOn) != null) {
            set.put(ActionField.DUE, Option.of(Typed.date(dueOn), Formats.day(Typed.date(dueOn))));
        }
        var step = Typed.choice(Deed.class, deed);
        return new ActionChange(set, moved(), step, step == null || step.question == null ? null : Typed.orNull(said));
    }

    private static void put(Map<ActionField, Option> set, ActionField field, String value, List<Option> offered) {
        offered.stream().filter(option -> option.value().equals(value)).findFirst()
                .ifPresent(option -> set.put(field, List.of(ActionFilter.NOBODY, ActionFilter.NONE).contains(value) ? Option.of("", option.label().toLowerCase()) : option));
    }

    /** Those that are ticked, with the version the page showed; -1 where it showed none. */
    Map<Long, Integer> versions() {
        var shown = pairs().filter(pair -> pair.length == 2).collect(Collectors.toMap(pair -> pair[0], pair -> Typed.version(pair[1]), (one, other) -> one));
        var versions = new TreeMap<Long, Integer>();
        Typed.ids(chosen).forEach(id -> versions.put(id, shown.getOrDefault(id.toString(), -1)));
        return versions;
    }

    /** All the page showed, ticked or not. */
    List<String> shown() {
        return pairs().map(pair -> pair[0]).toList();
    }

    private Stream<String[]> pairs() {
        return Typed.given(seen) ? Arrays.stream(seen.strip().split("\\s+")).map(pair -> pair.split("\\.", 2)) : Stream.empty();
    }

    /** The list it came from: never another address. */
    public String back() {
        return "/actions" + ActionFilter.of(query).query();
    }

    public boolean picks(ActionItem action) {
        return Objects.requireNonNullElse(chosen, List.of()).contains(action.id.toString());
    }

    public List<Option> deeds() {
        return Arrays.stream(Deed.values()).map(one -> Option.of(one, one.label)).toList();
    }
}
