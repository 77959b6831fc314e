package org.closecall.wording;

import io.quarkus.qute.TemplateData;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.closecall.catalog.CatalogEntry;
import org.closecall.web.Conflict;
import org.closecall.web.Errors;
import org.closecall.web.FormKey;
import org.closecall.web.Option;
import org.closecall.web.Typed;
import org.jboss.resteasy.reactive.RestForm;

/** A wording rule, as typed. */
@TemplateData
public record WordingRuleForm(
        @RestForm @NotBlank(message = "What shall the rule be called?") @Size(max = 80, message = "At most 80 characters") String name,
        @RestForm String reads,
        @RestForm @NotBlank(message = "Which phrases? One a line") @Size(max = 20_000, message = "At most 20,000 characters") String phrases,
        @RestForm @NotBlank(message = "Why do these words hide something?") @Size(max = 500, message = "At most 500 characters") String why,
        @RestForm @NotBlank(message = "Which question gets further?") @Size(max = 500, message = "At most 500 characters") String question,
        @RestForm String inUse,
        @RestForm String version,
        @RestForm String key) {

    private static final int LONGEST_PHRASE = 400;
    private static final int MOST_PHRASES = 300;
    private static final String YES = "true";

    static WordingRuleForm blank() {
        return new WordingRuleForm("", Where.EVERYWHERE.name(), "", "", "", YES, "", FormKey.fresh());
    }

    static WordingRuleForm of(WordingRule rule) {
        return new WordingRuleForm(rule.name, rule.where.name(), rule.phrases, rule.why, rule.question, rule.archived() ? "" : YES, String.valueOf(rule.version), "");
    }

    WordingRuleForm again() {
        return new WordingRuleForm(name, reads, phrases, why, question, inUse, version, FormKey.fresh());
    }

    WordingRuleForm merged(WordingRule saved, Conflict conflict) {
        var theirs = of(saved);
        return new WordingRuleForm(conflict.merged("Name", name, theirs.name), conflict.merged("Reads", reads, theirs.reads), conflict.merged("Phrases", phrases, theirs.phrases),
                conflict.merged("Why", why, theirs.why), conflict.merged("Question", question, theirs.question), conflict.merged("In use", inUse, theirs.inUse), theirs.version, key);
    }

    public List<Option> places() {
        return Arrays.stream(Where.values()).map(where -> Option.of(where, where.label)).toList();
    }

    public boolean used() {
        return YES.equals(inUse);
    }

    /** The rule is null when it is new. */
    Errors errors(Validator validator, WordingRule rule) {
        var errors = Errors.of(validator.validate(this));
        if (!errors.has("name")) {
            CatalogEntry.oneAtATime("wording");
            var holder = WordingRule.named(CatalogEntry.tidy(name));
            if (holder != null && holder != rule) {
                errors.add("name", "There is already a rule called " + holder.name);
            }
        }
        if (Typed.choice(Where.class, reads) == null) {
            errors.add("reads", "Choose what it reads");
        }
        if (!errors.has("phrases")) {
            phraseErrors(errors);
        }
        return errors;
    }

    private void phraseErrors(Errors errors) {
        var lines = WordingRule.lines(phrases);
        if (lines.size() > MOST_PHRASES) {
            errors.add("phrases", "At most 300 phrases: make a second rule");
        }
        lines.stream().map(WordingRuleForm::complaint).filter(complaint -> complaint != null).findFirst().ifPresent(complaint -> errors.add("phrases", complaint));
    }

    /** Null for a phrase that can be read for. */
    private static String complaint(String line) {
        var phrase = line.startsWith("!") ? line.substring(1).strip() : line;
        var words = phrase.split("\\s+");
        if (phrase.length() > LONGEST_PHRASE) {
            return "A phrase has at most 400 characters: “" + phrase.substring(0, 40) + "…” has more";
        }
        if (Arrays.stream(words).noneMatch(word -> Phrase.word(word) && word.codePoints().anyMatch(Character::isLetterOrDigit))) {
            return "“" + line + "” has no word in it";
        }
        return Arrays.stream(words).filter("PERSON"::equals).count() > 1 ? "PERSON stands once in a phrase: “" + line + "”" : null;
    }

    void applyTo(WordingRule rule, Instant now) {
        rule.name = CatalogEntry.tidy(name);
        rule.where = Typed.choice(Where.class, reads);
        rule.phrases = CatalogEntry.text(phrases);
        rule.why = CatalogEntry.text(why);
        rule.question = CatalogEntry.tidy(question);
        rule.archivedAt = used() ? null : rule.archived() ? rule.archivedAt : now;
    }

    /** Null unless somebody else's changes are in the way. */
    Conflict against(WordingRule saved, Instant now) {
        var mine = new WordingRule();
        applyTo(mine, now);
        return String.valueOf(saved.version).equals(version) ? null : Conflict.since(Typed.version(version), mine.snapshot(), saved.snapshot(), saved.subject());
    }
}
