package org.closecall.postmortem;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.closecall.catalog.FactorCategory;
import org.closecall.occurrence.Kind;
import org.closecall.occurrence.Occurrence;
import org.closecall.people.Change;
import org.closecall.people.Person;
import org.closecall.review.Review;
import org.closecall.web.Typed;

/** A document from a file becomes a postmortem. Its record and timeline are there already, and its texts name what they name here. */
public final class Arrival {

    private final Document document;
    private final Person by;
    private final Instant now;

    public Arrival(Document document, Person by, Instant now) {
        this.document = document;
        this.by = by;
        this.now = now;
    }

    /** The template of that name as it was or has become; without one of that name, the built-in one for the kind. */
    public static TemplateVersion template(Document.Head head) {
        var named = TemplateVersion.latest().stream().filter(version -> version.template.name.equalsIgnoreCase(Texts.orEmpty(head.template()))).findFirst();
        return named.map(latest -> TemplateVersion.of(latest.template).stream().filter(version -> Integer.valueOf(version.number).equals(head.template_version())).findFirst().orElse(latest))
                .orElseGet(() -> TemplateVersion.builtIn(Kind.valueOf(head.kind()).incident() ? Review.FULL : Review.LIGHT));
    }

    /** Without its texts: pictures need to know whose they are. */
    public Postmortem open(Occurrence of) {
        var head = document.head();
        var postmortem = new Postmortem();
        postmortem.occurrence = of;
        postmortem.template = template(head);
        postmortem.title = head.title();
        postmortem.facilitator = head.facilitator() == null ? null : Person.<Person>find("name", head.facilitator()).firstResult();
        postmortem.credited = head.authors() == null ? List.of() : head.authors();
        postmortem.createdBy = by;
        postmortem.createdAt = now;
        if (head.id() != null) {
            postmortem.uid = head.id();
        }
        postmortem.persistAndFlush();
        return postmortem;
    }

    /** The texts, as they are to stand. Published unless it was a draft. */
    public void fill(Postmortem postmortem) {
        var asked = new HashSet<String>();
        for (var section : postmortem.template.sections()) {
            asked.add(section.key());
            add(postmortem, section.key(), null, document.sections().stream().filter(text -> text.key().equals(section.key())).map(Document.Text::body).findFirst().orElse(""));
        }
        document.sections().stream().filter(text -> !asked.contains(text.key()) && !text.body().isBlank()).forEach(text -> add(postmortem, text.key(), text.title(), text.body()));
        document.factors().forEach(factor -> add(postmortem, factor));
        link(postmortem);
        postmortem.flush();
        if (document.head().state().equals(State.PUBLISHED.label)) {
            publish(postmortem);
        }
        Change.record(postmortem.subject(), "imported the postmortem", Map.of(), Map.of("Title", postmortem.title), by, now);
    }

    private void publish(Postmortem postmortem) {
        var head = document.head();
        var at = head.published() == null ? now : head.published();
        var publication = Publication.make(postmortem, head.published_because(), null, by, at);
        publication.number = head.version() == null ? 1 : head.version();
        postmortem.publication = publication;
        postmortem.publishedAt = at;
        postmortem.publishedBy = by;
        postmortem.waivedBecause = head.published_because();
        postmortem.flush();
    }

    private void add(Postmortem postmortem, String key, String formerTitle, String body) {
        var section = Beginning.section(postmortem, key, postmortem.sections.size(), Map.of(key, body));
        section.formerTitle = formerTitle;
        section.prefilled = false;
        section.persist();
        postmortem.sections.add(section);
    }

    /** By the places that they name; what names none, or would close a circle, leads nowhere. */
    private void link(Postmortem postmortem) {
        for (var from : document.factors()) {
            for (var place : from.leads_to()) {
                var cause = at(postmortem, from.n());
                var effect = at(postmortem, place);
                if (cause != null && effect != null && !effect.reach().contains(cause)) {
                    cause.leadsTo.add(effect);
                }
            }
        }
    }

    private ContributingFactor at(Postmortem postmortem, int place) {
        return IntStream.range(0, document.factors().size()).filter(i -> document.factors().get(i).n() == place).mapToObj(postmortem.factors::get).findFirst().orElse(null);
    }

    private void add(Postmortem postmortem, Document.Factor from) {
        var factor = new ContributingFactor();
        factor.postmortem = postmortem;
        factor.category = FactorCategory.brought(from.category(), by, now);
        factor.text = from.text();
        factor.howKnown = from.how_known();
        factor.evidenceUrl = Typed.web(from.evidence());
        factor.position = postmortem.factors.size() + 1;
        factor.persist();
        postmortem.factors.add(factor);
    }
}
